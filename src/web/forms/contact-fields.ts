import type { Field } from './field.ts'
import { wrong } from './field.ts'
import { text } from './fields.ts'

const most = 200

const emailShape = /^[^@\s]+@[^@\s]+\.[^@\s]+$/
const isEmail = (value: string): boolean => emailShape.test(value)

/** Digits with what people put between them, and an extension: `01632 960 001`, `+44 1632 960001 ext 12`. */
const phoneShape = /^\+?[\d\s()-]+(ext\.?\s*\d+)?$/i
const isPhone = (value: string): boolean => phoneShape.test(value) && value.replaceAll(/\D/g, '').length >= 5

const wrongEmail = wrong('Enter an email address in the correct format, like name@example.org')
const wrongPhone = wrong('Enter a phone number, like 01632 960 001')

/** An email address. */
export const email =
  (needed: string): Field<string> =>
  (typed, field) => {
    const read = text({ needed, most, name: 'The email address' })(typed, field)
    return 'value' in read && !isEmail(read.value) ? wrongEmail : read
  }

/** An email address, or null where nothing is typed. */
export const optionalEmail: Field<string | null> = (typed, field) => {
  const read = text({ most, name: 'The email address' })(typed, field)
  return 'value' in read && read.value !== null && !isEmail(read.value) ? wrongEmail : read
}

/** A phone number, or null where nothing is typed. */
export const optionalPhone: Field<string | null> = (typed, field) => {
  const read = text({ most: 50, name: 'The phone number' })(typed, field)
  return 'value' in read && read.value !== null && !isPhone(read.value) ? wrongPhone : read
}
