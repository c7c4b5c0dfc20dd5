import { formatDay } from '#calendar/day.ts'
import { dayOf, formatInstant, instantAt } from '#calendar/instant.ts'
import type { CaseOverview } from '#casework/case/case-overview.ts'
import type { MoveDate } from '#casework/changes/move-date.ts'
import { momentText } from '#engine/assessment-json.ts'
import type { Obligation } from '#engine/obligation.ts'
import { date, time } from '../../forms/date-fields.ts'
import { textOf } from '../../forms/field.ts'
import { choice, text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Sent } from '../../forms/typed.ts'
import { dueInWords } from '../../recording/beside-form.ts'

/** One date of a rule that could be moved. */
export type Movable = {
  readonly value: string
  readonly text: string
  readonly obligation: Obligation
}

const waiting = new Set(['overdue', 'due-soon', 'open', 'planned', 'explained'])

/** Whom a move is for: a person by their id, and two dates of one kind are told apart by what each began with. */
const subjectOf = ({ subject, startedBy }: Obligation, isOnly: boolean): string => {
  if (subject.kind === 'person') return subject.id
  return subject.kind === 'case' && isOnly ? 'case' : startedBy
}

/** By what it is about, and not by its place among others: between two looks one may be met. */
const valueOf = ({ subject, startedBy, start }: Obligation): string =>
  [subject.kind === 'case' ? 'case' : subject.id, startedBy, start].join(' ')

/** The dates of one rule that are not met yet. */
export const movable = ({ standing, record }: CaseOverview, rule: string): readonly Movable[] =>
  standing.obligations
    .filter(({ obligation, standing: how }) => obligation.clock.id === rule && waiting.has(how))
    .map(({ obligation }) => {
      const { subject } = obligation
      const whom =
        subject.kind === 'person'
          ? `${record.people.find(({ id }) => id === subject.id)?.name ?? 'Somebody'}: `
          : ''
      const due = dueInWords(momentText(obligation.due ?? obligation.aim, obligation.counts))
      return { value: valueOf(obligation), text: `${whom}${due === '' ? 'no date yet' : due}`, obligation }
    })

type MoveRead =
  | { readonly ok: true; readonly asked: MoveDate }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

export const readMove = (overview: CaseOverview, all: readonly Movable[], { typed, key }: Sent): MoveRead => {
  const [first] = all
  const values = all.map(({ value }) => value)
  const chosen = readFields(typed, {
    which: all.length > 1 ? choice(values, { needed: 'Choose which date to move' }) : choice(values),
  })
  // A date that has gone by gives nobody more time: it would only be overdue by more.
  const from = { day: dayOf(overview.now), otherwise: 'The new date must be today or later' }
  const due = readFields(typed, { due: date({ name: 'The new date', needed: 'Enter the new date', from }) })
  const isHours = first?.obligation.counts === 'hours'
  const at = readFields(typed, {
    'due-time': isHours ? time({ name: 'The time', needed: 'Enter the time' }) : time({ name: 'The time' }),
  })
  const why = readFields(typed, {
    reason: text({ needed: 'Enter the reason for moving the date', most: 2000, name: 'The reason' }),
  })
  if (!chosen.ok || !due.ok || !at.ok || !why.ok || first === undefined) {
    const parts = [chosen, due, at, why]
    return { ok: false, problems: parts.flatMap((part) => (part.ok ? [] : part.problems)) }
  }
  const { obligation } = all.find(({ value }) => value === chosen.values.which) ?? first
  const minutes = at.values['due-time']
  return {
    ok: true,
    asked: {
      caseId: overview.record.id,
      key,
      rule: obligation.clock.id,
      known: Number(textOf(typed, 'known') || overview.record.events.length),
      reason: null,
      said: [
        {
          type: 'clock.moved',
          at: overview.now,
          data: {
            rule: obligation.clock.id,
            subject: subjectOf(obligation, all.length === 1),
            due:
              isHours && minutes !== null
                ? formatInstant(instantAt(due.values.due, minutes))
                : formatDay(due.values.due),
            reason: why.values.reason,
          },
        },
      ],
    },
  }
}
