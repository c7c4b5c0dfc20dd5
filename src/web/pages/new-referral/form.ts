import type { ReferralDesk } from '#casework/referrals/referral-desk.ts'
import type { ReceiveReferral } from '#casework/referrals/receive-referral.ts'
import { isLookedAt } from '#casework/asking/values-asked.ts'
import { waysIn } from '#casework/referrals/ways-in.ts'
import { formatDay } from '#calendar/day.ts'
import { date } from '../../forms/date-fields.ts'
import { textOf } from '../../forms/field.ts'
import { choice, text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Sent, Typed } from '../../forms/typed.ts'
import { questionFor } from '../../recording/questions-of.ts'
import type { Question } from '../../recording/question.ts'
import { readAnswers } from '../../recording/read-answers.ts'
import { readWhen, typedNow } from '../../recording/when-it-happened.ts'
import { firstRoles, readPeople } from './people-rows.ts'

const order = ['source', 'form', 'reason', 'urgency', 'consent', 'tray']

/** The referral's own questions, without the way in and what only a step-down is asked. */
export const referralQuestions = (desk: ReferralDesk): readonly Question[] => {
  const { procedure } = desk
  const fields = procedure.events['referral.received'] ?? {}
  const asking = { procedure, people: [], events: [], workers: [], expected: [] }
  const rest = Object.keys(fields).filter((field) => !order.includes(field))
  return [...order, ...rest]
    .filter((field) => field in fields && field !== 'route' && field !== 'plan')
    .filter((field) => field !== 'tray' || isLookedAt(procedure, 'referral.received', field))
    .map((field) => questionFor('referral.received', field, fields[field] ?? 'text', asking))
}

/** What stands in the page when it is opened: the present moment, their own team, and the way in where there is but one. */
export const newReferral = ({ now, ownTeam, procedure }: ReferralDesk): Typed => {
  const [way, ...others] = waysIn(procedure)
  return {
    ...firstRoles,
    ...typedNow(now),
    team: ownTeam ?? '',
    ...(way !== undefined && others.length === 0 ? { 'f-route': way.value } : {}),
  }
}

type ReferralRead =
  | { readonly ok: true; readonly referral: ReceiveReferral }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** What only a family that steps down brings with it. */
const readStepDown = (typed: Typed) =>
  readFields(typed, {
    'f-plan': choice(['yes', 'no']),
    'lead-preferred': text({ name: 'The name' }),
    'meeting-booked': date({ name: 'The date of the meeting' }),
  })

/** A referral out of what was typed, or everything that is wrong with it. */
export const readReferral = (desk: ReferralDesk, { typed, key }: Sent): ReferralRead => {
  const ways = waysIn(desk.procedure)
  const way = ways.find(({ value }) => value === textOf(typed, 'f-route'))
  const head = readFields(typed, {
    family: text({ needed: 'Enter what to call the family', most: 120, name: 'The name' }),
  })
  const people = readPeople(typed, desk.now)
  const route = readFields(typed, {
    'f-route':
      ways.length === 0
        ? choice<string>([])
        : choice<string>(
            ways.map(({ value }) => value),
            { needed: 'Choose how the family came to you' },
          ),
  })
  const stepDown = way?.stepDown === true ? readStepDown(typed) : readStepDown({})
  const answers = readAnswers(typed, referralQuestions(desk), [])
  const team = readFields(typed, { team: choice<string>(desk.teams.map(({ id }) => id)) })
  const when = readWhen(typed, desk.now)
  if (head.ok && people.ok && route.ok && stepDown.ok && answers.ok && team.ok && when.ok) {
    const { 'f-plan': plan, 'lead-preferred': lead, 'meeting-booked': booked } = stepDown.values
    const value = route.values['f-route']
    return {
      ok: true,
      referral: {
        key,
        family: head.values.family,
        team: team.values.team,
        people: people.people,
        at: when.at,
        data: {
          ...(value === null ? {} : { route: value }),
          ...answers.data,
          ...(plan === null ? {} : { plan: plan === 'yes' }),
        },
        also: [
          ...(lead === null ? [] : [{ type: 'lead.preferred', data: { lead } }]),
          ...(booked === null ? [] : [{ type: 'cin-meeting.booked', data: { date: formatDay(booked) } }]),
        ],
      },
    }
  }
  const all = [head, people, route, stepDown, answers, team, when]
  return { ok: false, problems: all.flatMap((part) => (part.ok ? [] : part.problems)) }
}
