import { addWorkingDays } from '#calendar/working-calendar.ts'
import { instantAt, dayOf } from '#calendar/instant.ts'
import { calendarOf, procedureOf } from '#casework/deps.ts'
import type { CaseRecord } from '#casework/case/case-record.ts'
import { workOutSchedule } from '#casework/schedule/keep-schedule.ts'
import type { Outgoing } from '#casework/messages/message.ts'
import { digestDay } from '#casework/messages/digest-day.ts'
import { makeDigests } from '#casework/messages/make-digests.ts'
import type { PostDeps } from '#casework/messages/post.ts'
import { noticesOf } from '#casework/messages/notices.ts'
import type { Authority, Looking } from '#casework/ports.ts'

/** As many families as somebody who tries the service out looks at, and as far back as a week's beginning. */
const mostFamilies = 60
const workingDaysBack = 3

const key = 'demonstration: messages'

type Dated = Outgoing & Required<Pick<Outgoing, 'at'>>

/** What would have been sent about a family in the last days, had the service been there. */
const noticesAbout = (
  { shelf, clock }: PostDeps,
  authority: Authority,
  one: CaseRecord,
): readonly Dated[] => {
  const calendar = calendarOf(authority)
  const from = instantAt(addWorkingDays(calendar, dayOf(clock.now()), -workingDaysBack), 0)
  const recent = one.events.filter(({ recorded }) => recorded >= from)
  if (recent.length === 0) return []
  const procedure = procedureOf(shelf, one)
  const { timeline } = workOutSchedule(one, procedure, calendar).schedule
  return recent.flatMap(({ id, recorded }) =>
    noticesOf(procedure, timeline, [id], one).map((notice) => ({ ...notice, at: recorded })),
  )
}

const openFamilies = async (store: Looking): Promise<readonly CaseRecord[]> => {
  const lines = await store.cases({ reach: 'all', open: true, limit: mostFamilies, offset: 0 })
  const records: CaseRecord[] = []
  for (const { id } of lines) {
    const record = await store.caseById(id)
    if (record !== null) records.push(record)
  }
  return records
}

const isFirst = ({ store }: PostDeps, { id }: Authority): Promise<boolean> =>
  store.change(id, async ({ resultOf, keepResult }) => {
    if ((await resultOf(key)) !== null) return false
    await keepResult(key, 'begun')
    return true
  })

const sendFirst = async (deps: PostDeps, authority: Authority, digestAt: number): Promise<void> => {
  if (!(await isFirst(deps, authority))) return
  const records = await deps.store.look(authority.id, openFamilies)
  const notices = records.flatMap((one) => noticesAbout(deps, authority, one)).toSorted((a, b) => a.at - b.at)
  await deps.store.change(authority.id, async ({ send }) => {
    for (const notice of notices) await send(notice)
  })
  const day = digestDay(deps.clock.now(), digestAt, calendarOf(authority))
  await makeDigests(deps, authority, day, instantAt(day, digestAt))
}

/**
 * Queues, once, what the authorities of the demonstration would have sent by now: the notices of the last days, and the
 * digests of the last working day.
 *
 * @param digestAt minutes since midnight in London
 */
export const firstMessages = async (deps: PostDeps, digestAt: number, signal: AbortSignal): Promise<void> => {
  const invented = (await deps.store.authorities()).filter(({ demonstration }) => demonstration)
  for (const authority of invented) if (!signal.aborted) await sendFirst(deps, authority, digestAt)
}
