import { englandAndWales } from '#calendar/bank-holidays.ts'
import { makeCalendar } from '#calendar/working-calendar.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'

/** The calendar that the commands count in: bank holidays of England and Wales, no closure days of an authority. */
export const publicCalendar = (): WorkingCalendar => makeCalendar({ holidays: englandAndWales })
