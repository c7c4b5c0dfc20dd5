import type { Day } from '#calendar/day.ts'
import { addWorkingDays, onOrBefore } from '#calendar/working-calendar.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Changing } from '#casework/ports.ts'
import type { StandardRole } from '#casework/access/actor.ts'

type Member = { readonly user: string; readonly role: StandardRole }

/** From the week before until three months on, for somebody who comes back to the demonstration. */
const workingDaysBefore = 5
const workingDaysAfter = 60

/** The duty manager takes every other day, the managers of the teams those between, each in turn. */
const turnsOf = (staff: readonly Member[]): readonly Member[] => {
  const duty = staff.filter(({ role }) => role === 'duty-manager')
  return staff.filter(({ role }) => role === 'manager').flatMap((manager) => [...duty, manager])
}

/** Says who is on duty on the working days around today, for an authority whose procedure knows a manager on duty. */
export const fillRota = async (
  store: Pick<Changing, 'setDuty'>,
  staff: readonly Member[],
  today: Day,
  calendar: WorkingCalendar,
): Promise<void> => {
  const turns = turnsOf(staff)
  const from = onOrBefore(calendar, today)
  for (let n = -workingDaysBefore; n <= workingDaysAfter; n += 1) {
    const turn = turns[(n + workingDaysBefore) % turns.length]
    if (turn !== undefined) await store.setDuty(addWorkingDays(calendar, from, n), turn.user)
  }
}
