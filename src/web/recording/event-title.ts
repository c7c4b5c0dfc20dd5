import { eventInWords } from '#procedure/event-words.ts'
import { capital } from '#procedure/in-words.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { elsewhere, eventGroups, eventTitles, standardTerms } from './event-titles.data.ts'

type Spoken = Pick<Procedure, 'events' | 'words'>

/** What recording an event is called: in the procedure's own words, else in those of the service. */
export const eventTitle = (type: string, { words }: Pick<Procedure, 'words'>): string => {
  const own = words[type]
  const phrase = own === undefined ? eventTitles[type] : undefined
  if (phrase === undefined) return capital(eventInWords(type, words).replace(/^the /, ''))
  return capital(
    phrase.replace(/\{(\w+)\}/g, (_, term: string) => words[term] ?? standardTerms[term] ?? term),
  )
}

/** Whether an event has a recording page in a procedure. */
export const isRecordable = (type: string, { events }: Spoken): boolean =>
  Object.hasOwn(events, type) && !elsewhere.has(type)

export type EventGroup = {
  readonly title: string
  readonly events: readonly { readonly type: string; readonly title: string }[]
}

/** Everything that can be recorded under a procedure, by group; what only this procedure knows comes first. */
export const groupsOf = (procedure: Spoken): readonly EventGroup[] => {
  const grouped = new Set(eventGroups.flatMap(({ types }) => types))
  const own = Object.keys(procedure.events).filter((type) => !grouped.has(type))
  return [{ title: 'Steps of this procedure', types: own }, ...eventGroups]
    .map(({ title, types }) => ({
      title,
      events: types
        .filter((type) => isRecordable(type, procedure))
        .map((type) => ({ type, title: eventTitle(type, procedure) })),
    }))
    .filter(({ events }) => events.length > 0)
}
