import type { Day } from '#calendar/day.ts'
import type { Person } from '../case-event.ts'
import { isChild } from '../case-event.ts'

type Words = readonly [string, ...string[]]

/** What fits only where a child is of these ages, from and to in years. */
const onlyAt: readonly (readonly [about: RegExp, from: number, to: number])[] = [
  [/school|club|did not want to talk|attendance|maths/i, 5, 18],
  [/boxing|telephone in the evening/, 10, 18],
  [/^“|best friend|drew|would like|their room/, 4, 18],
  [/nursery|health visitor|playground|^asleep$/, 0, 5],
  [/the toys/, 1, 7],
  [/too young|babbl|weighed/, 0, 2],
]

/** The age in years of each child among some people on a day; of one whose birth is not known, about eight. */
export const yearsOf = (people: readonly Person[], day: Day): readonly number[] =>
  people.filter(isChild).map(({ born }) => (born === null ? 8 : (day - born) / 365.25))

/** Those that fit the ages of the children whom they are about: no baby is at school. All where none does. */
export const fitting = (all: Words, years: readonly number[]): Words => {
  const [first, ...rest] = all.filter((one) =>
    onlyAt.every(([about, from, to]) => !about.test(one) || years.some((age) => age >= from && age < to)),
  )
  return first === undefined ? all : [first, ...rest]
}
