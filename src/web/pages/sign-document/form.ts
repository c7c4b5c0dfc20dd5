import type { DocumentOfCase } from '#casework/documents/document-of-case.ts'
import type { Signing } from '#casework/documents/sign-document.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import { date } from '../../forms/date-fields.ts'
import { textOf } from '../../forms/field.ts'
import { choice, text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Sent, Typed } from '../../forms/typed.ts'

/** What stands in the form when it is opened. */
export const openingSigning = ({ document }: DocumentOfCase): Typed => ({ version: String(document.version) })

/** What is sent where somebody signs a line for themselves. */
export const signsLine = (id: string): string => `as-${id}`

/** What is said to whoever comes second. */
export const signedAlready = 'This has been signed already. Read the form to see by whom'

type SigningRead =
  | { readonly ok: true; readonly signing: Signing }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

const paperFields = (today: ReturnType<typeof dayOf>) => ({
  name: text({ needed: 'Enter the name of whoever has signed', most: 200, name: 'The name' }),
  signed: date({
    name: 'The day on which it was signed',
    needed: 'Enter the day on which it was signed',
    until: { day: today, otherwise: 'The day on which it was signed must be today or in the past' },
  }),
})

/** Who signs which line, or everything that is wrong with it. */
export const readSigning = (facts: DocumentOfCase, { typed, key }: Sent): SigningRead => {
  const { record, document, unsigned, now } = facts
  const lines = unsigned.map(({ id }) => id)
  const isPaper = textOf(typed, 'who') === 'paper'
  const line = isPaper ? textOf(typed, 'line') : textOf(typed, 'who').replace(/^as-/, '')
  if (line !== '' && !lines.includes(line))
    return { ok: false, problems: [{ field: 'sign', text: signedAlready }] }
  const read = readFields(typed, {
    who: choice<string>([...lines.map(signsLine), 'paper'], { needed: 'Choose who signs' }),
    ...(isPaper ? { line: choice<string>(lines, { needed: 'Choose what is signed' }) } : {}),
  })
  const today = dayOf(now)
  const paper = isPaper ? readFields(typed, paperFields(today)) : null
  if (!read.ok || paper?.ok === false)
    return {
      ok: false,
      problems: [...(read.ok ? [] : read.problems), ...(paper?.ok === false ? paper.problems : [])],
    }
  const onPaper =
    paper === null
      ? null
      : {
          name: paper.values.name,
          at: paper.values.signed === today ? now : instantAt(paper.values.signed, 720),
        }
  return {
    ok: true,
    signing: {
      caseId: record.id,
      key,
      document: document.id,
      version: Number(textOf(typed, 'version') || document.version),
      field: line,
      onPaper,
    },
  }
}
