import { tabOf } from '../forms/draft-tab.ts'
import { pageOfKept } from '#casework/recording/kept-name.ts'
import { ownPath, paths, withQuery } from '../paths.ts'
import { eventTitle } from '../recording/event-title.ts'

/** What a draft is of, and where its form stands. */
export type DraftPlace = {
  readonly text: string
  readonly href: string | null
  readonly caseId: string | null
}

const caseIn = (path: string): string | null => /^\/cases\/([0-9a-f-]{36})/.exec(path)?.[1] ?? null

/** Reads a draft's name: `record:<case id>:visit_made`; other forms are about no case yet. */
export const draftPlace = (named: string, titles: ReadonlyMap<string, string> = new Map()): DraftPlace => {
  const { form, tab } = tabOf(named)
  const place = placeOf(form, titles)
  if (tab === undefined || place.href === null) return place
  return { ...place, text: `${place.text} (from another tab)`, href: withQuery(place.href, { draft: tab }) }
}

const placeOf = (form: string, titles: ReadonlyMap<string, string>): DraftPlace => {
  const kept = pageOfKept(form)
  if (kept !== null)
    return { text: 'Something that you began to write', href: ownPath(kept) ?? null, caseId: caseIn(kept) }
  const [page = '', caseId, kind, document] = form.split(':')
  if (page === 'record' && caseId !== undefined && kind !== undefined) {
    const type = kind.replace('_', '.')
    return { text: eventTitle(type, { words: {} }), href: paths.record(caseId, type), caseId }
  }
  if (page === 'correct' && caseId !== undefined && kind !== undefined)
    return { text: 'Correction', href: paths.correct(caseId, kind), caseId }
  if (page === 'letter' && caseId !== undefined && kind !== undefined)
    return {
      text: `Letter: ${titles.get(kind) ?? 'to be written'}`,
      href: paths.writeLetter(caseId, kind),
      caseId,
    }
  if (page === 'form' && caseId !== undefined && kind !== undefined)
    return {
      text: titles.get(kind) ?? 'A form',
      href: document === undefined ? paths.fillForm(caseId, kind) : paths.changeDocument(caseId, document),
      caseId,
    }
  if (page === 'add-person' && caseId !== undefined)
    return { text: 'Somebody to be added to a family', href: paths.addPerson(caseId), caseId }
  if (page === 'change-person' && caseId !== undefined && kind !== undefined)
    return { text: 'Changes to a person', href: paths.changePerson(caseId, kind), caseId }
  if (page === 'new-referral') return { text: 'Referral', href: paths.newReferral, caseId: null }
  if (page === 'allocate' && caseId !== undefined)
    return { text: 'Giving a family to a worker', href: paths.allocate(caseId), caseId }
  if (page === 'transfer' && caseId !== undefined)
    return { text: 'Passing a family to another worker', href: paths.transfer(caseId), caseId }
  return { text: 'Something that you began to write', href: null, caseId: caseId ?? null }
}
