import { nextOf } from '#engine/next.ts'
import type { Timeline } from '#engine/timeline.ts'
import type { Notice } from '#procedure/guidance.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseRecord } from './case-record.ts'
import type { Outgoing } from './message.ts'
import { outsideName } from './messages/holders.ts'

const bodyOf = (role: string, { title, clause }: Notice, reference: string): string => {
  const whom = outsideName(role)
  const passOn = whom === null ? '' : `\n\nAlongside does not write to ${whom}: please pass it on.`
  return `${reference}: ${title}. (${clause})${passOn}`
}

/**
 * What has to be sent because of the events just recorded: a notice for each role that the procedure names. The
 * message carries the reference and never a name: it may lie in an inbox.
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
      [...notice.to, ...notice.copy].map((role) => ({
        kind: 'notice' as const,
        to: { kind: 'role' as const, role },
        caseId: one.id,
        subject: notice.title,
        body: bodyOf(role, notice, one.reference),
      })),
    )
}
