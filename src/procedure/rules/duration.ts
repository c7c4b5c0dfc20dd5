/** The units in which a procedure counts (procedure.md, section 2, construct 2). */
export type Unit = 'hours' | 'working hours' | 'working days' | 'days' | 'weeks' | 'months' | 'years'

export type Duration = { readonly n: number; readonly unit: Unit }

const pattern = /^(\d{1,4}) (working hour|hour|working day|day|week|month|year)s?$/

/** The pattern of a duration as text, for the published schema. */
export const durationPattern = pattern

/** Reads `7 working days`, `48 hours`, `1 month`; undefined when the text says no duration. */
export const parseDuration = (text: string): Duration | undefined => {
  const found = pattern.exec(text.trim())
  if (found === null) return undefined
  const n = Number(found[1])
  return n > 0 ? { n, unit: `${found[2]}s` as Unit } : undefined
}

/** `7 working days`, `1 month`. */
export const durationInWords = ({ n, unit }: Duration): string => `${n} ${n === 1 ? unit.slice(0, -1) : unit}`

/** Hours and working hours fall due at an instant; every other unit on a day. */
export const countsHours = (duration: Duration): boolean =>
  duration.unit === 'hours' || duration.unit === 'working hours'

const roughDays: Readonly<Record<Unit, number>> = {
  hours: 1 / 24,
  'working hours': 1 / 8,
  'working days': 7 / 5,
  days: 1,
  weeks: 7,
  months: 30.4,
  years: 365,
}

/** A rough length in days, for telling which of two durations is plainly the longer. Never used for a date. */
export const roughLength = ({ n, unit }: Duration): number => n * roughDays[unit]
