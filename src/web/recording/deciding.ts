import type { CountsFrom } from '#casework/recording/counts-from.ts'
import type { User } from '#casework/ports.ts'
import type { Deciding } from '#casework/recording/who-decides.ts'
import { rolesOutside } from '#casework/recording/who-decides.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { insetText } from '../components/inset-text.ts'
import { radios } from '../components/radios.ts'
import { select } from '../components/select.ts'
import { textarea } from '../components/textarea.ts'
import { textOf } from '../forms/field.ts'
import { choice } from '../forms/fields.ts'
import { readFields } from '../forms/read-fields.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Said } from '../forms/said.ts'
import type { Typed } from '../forms/typed.ts'
import type { Question } from './question.ts'

/** `the Duty manager or the Early Help manager`, as the procedure calls them. */
export const eitherOf = (titles: readonly string[]): string => {
  const all = titles.map((title) => `the ${title}`)
  const last = all.at(-1) ?? 'somebody else'
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} or ${last}`
}

/** Whether the event is recorded for the sake of the decision: a sign-off, or its page cannot be sent without an outcome. */
export const decidesAlways = ({ decisions }: Deciding, questions: readonly Question[]): boolean =>
  decisions.some(
    ({ field }) => field === null || questions.some((one) => one.field === field && one.needed !== null),
  )

/** Whether there is anything on the page that its reader could send. */
export const canSend = (deciding: Deciding | null, questions: readonly Question[]): boolean =>
  deciding === null || deciding.standing !== 'not theirs' || !decidesAlways(deciding, questions)

const whose = ({ decisions }: Deciding, { roles }: Procedure): readonly Html[] =>
  decisions.map(({ title, clause, by }) => {
    const who = eitherOf(by.map((role) => roles[role] ?? role))
    return html`<p class="govuk-body">The procedure leaves this to ${who}: <strong>${title}</strong> <span class="app-quiet">(${clause})</span></p>`
  })

/** `For this family: Ana Reed, Tom Ray.`; nothing for nobody. */
export const called = (users: Deciding['candidates']): string =>
  users.length === 0 ? '' : `For this family: ${users.map(({ name }) => name).join(', ')}.`

const calledPart = ({ candidates }: Deciding): Part =>
  candidates.length > 0 && html`<p class="govuk-body">${called(candidates)}</p>`

/** What a recording does not count as when the reader records it. */
export type NotAs = {
  readonly notAs: readonly CountsFrom[]
  /** In whose name they may record it so that it counts; null where they write for nobody. */
  readonly forOthers: readonly User[] | null
}

type Drawing = {
  readonly procedure: Procedure
  /** Whether what is sent decides something in any case. */
  readonly always: boolean
  readonly said: Said
  /** Whether the box for a reason stands on the page already. */
  readonly hasReason: boolean
}

const isSignOff = ({ decisions }: Deciding): boolean => decisions.every(({ field }) => field === null)

const control = (deciding: Deciding, { always, said, hasReason }: Drawing): Part => {
  const { standing, candidates } = deciding
  if (standing === 'for another')
    return select({
      ...said.choice(forControl),
      label: { text: isSignOff(deciding) ? 'Who did this?' : 'Who decided this?', classes: 'govuk-label--s' },
      hint: `They are told that you wrote it down for them.${always ? '' : ' Leave it open where nothing was decided.'}`,
      items: [
        { value: '', text: 'Choose' },
        ...candidates.map(({ user, name }) => ({ value: user, text: name })),
      ],
    })
  if (standing === 'with a reason')
    return (
      !hasReason &&
      textarea({
        ...said.text('go-past'),
        label: 'Why do you decide this in their place?',
        hint: 'It stays on record with your name.',
        rows: 3,
      })
    )
  return html`<p class="govuk-body">Ask one of them to record it. Business support can write it down for them.</p>`
}

/** Who may decide what the event says, for somebody who may not, and what they can do about it. */
export const drawDeciding = (deciding: Deciding | null, drawing: Drawing): Html | null =>
  deciding === null
    ? null
    : html`${insetText({ text: [whose(deciding, drawing.procedure), calledPart(deciding)] })}${control(deciding, drawing)}`

const forControl = 'decided-by'
const whoseControl = 'whose'
const ours = 'ours'

/** Whether what was typed is read by what the case waits for: for whom, or whose, something is written down. */
export const saysWhose = (typed: Typed): boolean =>
  [whoseControl, forControl].some((name) => textOf(typed, name) !== '')

/** For whom something is written down that would not count as the reader's own. */
export const drawFor = (users: readonly User[] | null, said: Said): Part =>
  users !== null &&
  users.length > 0 &&
  select({
    ...said.choice(forControl),
    label: { text: 'Do you write this down for somebody?', classes: 'govuk-label--s' },
    hint: 'They are told that you wrote it down for them. It then counts as theirs.',
    items: [
      { value: '', text: 'No, it is mine' },
      ...users.map(({ user, name }) => ({ value: user, text: name })),
    ],
  })

/** Whose it is, where those of whom it counts write nothing down here themselves. */
const drawWhose = (rules: readonly CountsFrom[], procedure: Procedure, said: Said): Part => {
  const outside = rolesOutside(rules, procedure)
  return (
    outside.length > 0 &&
    radios({
      ...said.choice(whoseControl),
      legend: 'Whose is it?',
      items: [
        { value: ours, text: 'Ours' },
        ...outside.map((role) => ({ value: role, text: procedure.roles[role] ?? role })),
      ],
    })
  )
}

/** In which role outside it is recorded; null where it is somebody’s here, or nobody else’s counts. */
export const readWhose = (
  rules: readonly CountsFrom[],
  procedure: Procedure,
  typed: Typed,
):
  | { readonly ok: true; readonly inRole: string | null }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] } => {
  const outside = rolesOutside(rules, procedure)
  if (outside.length === 0) return { ok: true, inRole: null }
  const asked = choice<string>([ours, ...outside], { needed: 'Choose whose it is' })
  const read = readFields(typed, { [whoseControl]: asked })
  if (!read.ok) return { ok: false, problems: read.problems }
  const said = read.values[whoseControl] ?? ours
  return { ok: true, inRole: said === ours ? null : said }
}

/**
 * What a recording does not count as, since the procedure takes that from others; it can be recorded all the same, and by
 * those who write for others in the name of one of them.
 */
export const drawNotAs = (
  { notAs: rules, forOthers }: NotAs,
  procedure: Procedure,
  said: Said,
): Html | null =>
  rules.length === 0
    ? null
    : html`${insetText({
        text: rules.map(
          ({ title, clause, by }) =>
            html`<p class="govuk-body">${rolesOutside(rules, procedure).length > 0 ? 'As ours' : 'Recorded by you'}, this does not count as <strong>${title}</strong> <span class="app-quiet">(${clause})</span>. The procedure takes that only from ${eitherOf(by.map((role) => procedure.roles[role] ?? role))}.</p>`,
        ),
      })}${drawWhose(rules, procedure, said)}${drawFor(forOthers, said)}`

type ForRead =
  | { readonly ok: true; readonly decidedBy: string | null }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** For whom something is written down: null for nobody, or what is wrong. */
export const readDecidedBy = (
  deciding: Deciding | null,
  forOthers: NotAs['forOthers'],
  isNeeded: boolean,
  typed: Typed,
): ForRead => {
  if (deciding === null && forOthers !== null) return readFor(forOthers, null, typed)
  if (deciding?.standing !== 'for another') return { ok: true, decidedBy: null }
  const needed = isSignOff(deciding) ? 'Choose who did this' : 'Choose who decided this'
  return readFor(deciding.candidates, isNeeded ? needed : null, typed)
}

const readFor = (users: readonly User[], needed: string | null, typed: Typed): ForRead => {
  const ids = users.map(({ user }) => user)
  // Somebody may have ceased to be among them since the page was opened.
  const said = textOf(typed, forControl) === '' ? needed : (needed ?? 'Choose for whom you write this down')
  const asked = said === null ? choice<string>(ids) : choice<string>(ids, { needed: said })
  const read = readFields(typed, { [forControl]: asked })
  return read.ok
    ? { ok: true, decidedBy: read.values[forControl] ?? null }
    : { ok: false, problems: read.problems }
}
