import { formatDay } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import { gapsIn, protectedIn } from '#casework/documents/fill-letter.ts'
import type { HandingIn } from '#casework/documents/hand-in.ts'
import type { LetterDesk } from '#casework/documents/letter-desk.ts'
import { listed } from '#procedure/in-words.ts'
import { date } from '../../forms/date-fields.ts'
import { ownDraft } from '../../forms/draft-tab.ts'
import { textOf } from '../../forms/field.ts'
import { choice, narrative, text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Sent, Typed } from '../../forms/typed.ts'
import { typedDay } from '../../recording/when-it-happened.ts'

/** The name of a letter's draft. */
export const draftName = ({ overview, letter }: LetterDesk): string =>
  `letter:${overview.record.id}:${letter.id}`

/** What stands on the page when it is opened: the letter for the first of those to whom it may go. */
export const opening = ({ recipients, fillFor, overview: { now } }: LetterDesk): Typed => {
  const to = recipients[0]?.name ?? ''
  return { to, body: fillFor(to), ...typedDay('sent', dayOf(now)) }
}

/** The letter again, for the name that was typed. What was written in it before is replaced. */
export const filledAgain = ({ fillFor }: LetterDesk, typed: Typed): Typed => ({
  ...typed,
  body: fillFor(textOf(typed, 'to')),
})

/** The name of the question for what a letter needs and the record does not have. */
export const questionOf = (gap: string): string => `gap-${gap.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`

/** The letter with what was typed for its gaps, each once and put wherever it stands. */
export const withAnswers = (typed: Typed): Typed => {
  const answered = gapsIn(textOf(typed, 'body')).reduce(
    (body, gap) => {
      const answer = textOf(typed, questionOf(gap)).trim()
      return answer === '' ? body : body.replaceAll(`[[${gap}]]`, () => answer)
    },
    textOf(typed, 'body'),
  )
  return { ...typed, body: answered }
}

export type LetterRead =
  | { readonly ok: true; readonly to: string; readonly body: string }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

const inTheWay = (body: string, { overview }: LetterDesk): string | null => {
  const gaps = gapsIn(body)
  if (gaps.length > 0) return `Fill in or take out what is marked with [[ ]]: ${listed(gaps)}`
  const whose = protectedIn(body, overview.record.people)
  return whose === undefined
    ? null
    : `Take the address of ${whose.name} out of the letter: it is protected, and stands on no letter`
}

/** A letter that may be kept, or what is in the way. */
export const readLetterTyped = (desk: LetterDesk, typed: Typed): LetterRead => {
  const read = readFields(typed, {
    to: text({ needed: 'Enter to whom the letter goes', most: 200, name: 'The name' }),
    body: narrative({ needed: 'Write the letter', name: 'The letter' }),
  })
  if (!read.ok) return read
  const wrong = inTheWay(read.values.body, desk)
  return wrong === null
    ? { ok: true, ...read.values }
    : { ok: false, problems: [{ field: 'body', text: wrong }] }
}

type Kept =
  | { readonly ok: true; readonly handing: HandingIn }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** The letter with whether and when it was sent. */
export const readKept = (
  desk: LetterDesk,
  sent: Sent,
  { to, body }: { readonly to: string; readonly body: string },
): Kept => {
  const { overview, letter, recipients } = desk
  const { now, record, may } = overview
  const today = dayOf(now)
  const read = readFields(sent.typed, {
    'was-sent': choice(['yes', 'no'], { needed: 'Choose whether the letter has been sent' }),
    sent: date({
      name: 'The day on which it was sent',
      until: { day: today, otherwise: 'The day on which it was sent must be today or in the past' },
    }),
  })
  if (!read.ok) return read
  const wasSent = read.values['was-sent'] === 'yes'
  const day = read.values.sent ?? today
  const kind = recipients.find(({ name }) => name === to)?.kind ?? to
  const said = wasSent
    ? {
        type: 'letter.sent',
        at: day === today ? now : instantAt(day, 720),
        data: { letter: letter.id, with: [kind], method: letter.by },
      }
    : { type: 'document.written', at: now, data: {} }
  return {
    ok: true,
    handing: {
      caseId: record.id,
      key: sent.key,
      document: {
        kind: 'letter',
        template: letter.id,
        title: letter.title,
        content: { kind: 'letter', by: letter.by, to, date: formatDay(wasSent ? day : today), body },
      },
      of: null,
      said,
      known: record.events.length,
      reason: may.goPast ? textOf(sent.typed, 'go-past') || null : null,
      draft: ownDraft(sent, draftName(desk)),
    },
  }
}
