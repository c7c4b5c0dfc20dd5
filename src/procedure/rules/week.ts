/** Monday 1 to Sunday 7. */
export type WeekdayNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const dayNumber = (word: string): WeekdayNumber | undefined => {
  const short = word.trim().toLowerCase()
  const at = short.length < 3 ? -1 : days.findIndex((day) => day.startsWith(short))
  return at < 0 ? undefined : ((at + 1) as WeekdayNumber)
}

/** `Tue, Wed, Thu` or `Mon to Fri` as weekday numbers; undefined when it says no days. */
export const parseWeekdays = (text: string): readonly WeekdayNumber[] | undefined => {
  const ends = text.split(' to ')
  if (ends.length > 1) {
    const [from, to, more] = ends.map(dayNumber)
    if (from === undefined || to === undefined || more !== undefined || from > to) return undefined
    return Array.from({ length: to - from + 1 }, (_, i) => (from + i) as WeekdayNumber)
  }
  const list = text.split(',').map(dayNumber)
  return list.every((day) => day !== undefined) ? list : undefined
}

const clockTime = /^(\d{1,2}):(\d{2})$/

const minutes = (text: string): number | undefined => {
  const found = clockTime.exec(text.trim())
  if (found === null) return undefined
  const [hour, minute] = [Number(found[1]), Number(found[2])]
  return hour <= 24 && minute < 60 && hour * 60 + minute <= 1440 ? hour * 60 + minute : undefined
}

/** `9:00 to 17:30` as minutes of the day; undefined when the end is not after the start. */
export const parseTimes = (text: string): { readonly from: number; readonly to: number } | undefined => {
  const [from, to, more] = text.split(' to ').map(minutes)
  return from !== undefined && to !== undefined && more === undefined && from < to ? { from, to } : undefined
}
