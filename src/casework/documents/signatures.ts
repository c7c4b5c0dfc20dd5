import type { Instant } from '#calendar/instant.ts'
import { happenedBy } from '#engine/history/effective-events.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Form } from '#procedure/rules/form.ts'
import { isAsked, isEmpty, topFields } from './asked.ts'
import type { AskedField, StoredDocument } from './stored-document.ts'

/** That somebody has signed a line of a form, as it stood in one version. */
export type Signature = {
  /** The field of the form. */
  readonly field: string
  readonly name: string
  readonly at: Instant
  readonly version: number
  /** The user who wrote it down, where it was signed on paper; null where whoever signed did so here. */
  readonly writtenDownBy: string | null
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Everybody who has signed a document, whichever version of it, in the order in which they did. */
export const signaturesOf = (
  { events }: Pick<CaseRecord, 'events'>,
  document: string,
  now: Instant,
): readonly Signature[] =>
  happenedBy(events, now)
    .filter(({ type, data }) => type.endsWith('.signed') && data['document'] === document)
    .filter(({ data }) => typeof data['signature'] === 'string')
    .toSorted((a, b) => a.at - b.at)
    .map(({ data, at, by }) => ({
      field: text(data['signature']),
      name: text(data['name']),
      at,
      version: Number(data['version']),
      writtenDownBy: data['method'] === 'on-paper' ? (by?.id ?? null) : null,
    }))

/**
 * The lines for a signature in which nothing stands, neither typed nor signed for this version. A line that the form shows only
 * with other answers, such as that of a parent who has agreed, is none.
 */
export const unsignedIn = (
  { content, version }: Pick<StoredDocument, 'content' | 'version'>,
  signatures: readonly Signature[],
  form: Form | undefined,
): readonly AskedField[] => {
  if (content.kind !== 'form') return []
  const { sections, answers } = content
  const unasked = new Set(
    (form === undefined ? [] : topFields(form))
      .filter((field) => !isAsked(field, answers, answers))
      .map(({ id }) => id),
  )
  return sections
    .flatMap(({ fields }) => fields)
    .filter(({ id, kind }) => kind === 'signature' && isEmpty(answers[id]) && !unasked.has(id))
    .filter(({ id }) => !signatures.some((one) => one.field === id && one.version === version))
}
