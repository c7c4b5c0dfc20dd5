import type { AuthorityToEnter, AuthorityToTry, PersonToBe } from '#casework/sign-in/sessions.ts'
import { textOf, wrong } from '../../forms/field.ts'
import type { Field } from '../../forms/field.ts'
import { text } from '../../forms/fields.ts'

/** The value of a button on the page: whom to be. */
export const valueOf = ({ authority, user }: PersonToBe): string => `${authority}/${user}`

/** Somebody of those on the page. */
export const personAmong =
  (authorities: readonly AuthorityToTry[]): Field<PersonToBe> =>
  (typed, name) => {
    const said = textOf(typed, name)
    const person = authorities.flatMap(({ people }) => people).find((one) => valueOf(one) === said)
    return person === undefined ? wrong('Choose a person from the list') : { value: person }
  }

/** One of the authorities that one can sign in to, by its short name. Where there is one, it is that one. */
export const authorityAmong =
  (authorities: readonly AuthorityToEnter[]): Field<AuthorityToEnter> =>
  (typed, name) => {
    const said = textOf(typed, name)
    const chosen = authorities.length === 1 ? authorities[0] : authorities.find(({ slug }) => slug === said)
    return chosen === undefined ? wrong('Choose where you work') : { value: chosen }
  }

/** An address of email, as it is typed; whether it is anybody's is not said. */
export const email: Field<string> = text({
  needed: 'Enter your email address',
  most: 254,
  name: 'The email address',
})

/** Whether it is good enough is for casework to say. */
export const newPassword: Field<string> = text({
  needed: 'Enter a new password',
  most: 10_000,
  name: 'The password',
})

export const sameAgain: Field<true> = (typed, name) =>
  textOf(typed, name) === textOf(typed, 'password')
    ? { value: true }
    : wrong('The two passwords are not the same. Type them again')
