import { longDayInWords } from '#calendar/day-in-words.ts'
import type { Early } from '#casework/asking/first-day.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { dateParts } from '../components/date-input.ts'
import type { Part } from '../components/html.ts'
import { textOf } from '../forms/field.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Said } from '../forms/said.ts'
import type { Typed } from '../forms/typed.ts'

const control = 'early'

/**
 * What is wrong with a day before a family's first on record; nothing where it is right and was said to be.
 *
 * @param date the control of the day
 */
export const problemsOfEarly = (early: Early | null, typed: Typed, date = 'at'): readonly FieldProblem[] => {
  if (early === null) return []
  const first = `the family’s first day on record, ${longDayInWords(early.first)}`
  if (!early.canBe)
    return [
      {
        field: date,
        parts: dateParts,
        text: `The date must not be before ${first}. If that day is wrong, correct the referral first`,
      },
    ]
  if (textOf(typed, control) === 'yes') return []
  return [{ field: control, text: `This is before ${first}. Correct the date, or say that it is right` }]
}

/** Where the day is before the first on record and may be: the box to say that it is right. */
export const drawEarly = (said: Said): Part => {
  const { error, values } = said.several(control)
  if (error === undefined && values.length === 0) return null
  return checkboxes({
    ...said.several(control),
    legend: 'It was before the referral',
    items: [{ value: 'yes', text: 'The date is right' }],
  })
}
