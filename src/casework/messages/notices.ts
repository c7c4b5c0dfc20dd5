import { nextOf } from '#engine/next.ts'
import type { Timeline } from '#engine/history/timeline.ts'
import type { Notice } from '#procedure/rules/guidance.ts'
import { listed } from '#procedure/in-words.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Outgoing } from './message.ts'
import { outsideName } from './holders.ts'

/** Those whom a notice tells: each role of the service by itself, and whoever is outside in one message to be passed on. */
const audiences = ({ to, copy }: Notice): readonly (readonly [string, ...string[]])[] => {
  const all = [...new Set([...to, ...copy])]
  const [first, ...others] = all.filter((role) => outsideName(role) !== null)
  const inside = all.filter((role) => outsideName(role) === null)
  return [
    ...inside.map((role) => [role] as const),
    ...(first === undefined ? [] : [[first, ...others] as const]),
  ]
}

const bodyOf = (roles: readonly string[], { title, clause }: Notice, reference: string): string => {
  const whom = roles.map(outsideName).filter((name) => name !== null)
  const passOn =
    whom.length === 0 ? '' : `\n\nAlongside does not write to ${listed(whom, 'or')}: please pass it on.`
  return `${reference}: ${title}. (${clause})${passOn}`
}

/**
 * What has to be sent because of the events just recorded: a notice for each role that the procedure names, and one for all
 * who are outside the service, whom somebody who knows the family tells. The message carries the reference and never a name: it may lie in an inbox.
 */
export const noticesOf = (
  procedure: Procedure,
  timeline: Timeline,
  events: readonly string[],
  one: Pick<CaseRecord, 'id' | 'reference'>,
): readonly Outgoing[] => {
  const latest = timeline.history.entries.at(-1)
  if (latest === undefined) return []
  return nextOf(procedure, timeline, latest.at)
    .notices.filter(({ entry }) => events.includes(entry.id))
    .flatMap(({ notice }) =>
      audiences(notice).map((roles) => ({
        kind: 'notice' as const,
        to: { kind: 'role' as const, role: roles[0] },
        caseId: one.id,
        subject: notice.title,
        body: bodyOf(roles, notice, one.reference),
      })),
    )
}
