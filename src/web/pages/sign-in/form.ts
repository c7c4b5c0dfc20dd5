import type { AuthorityToTry, PersonToBe } from '#casework/sessions.ts'
import { textOf, wrong } from '../../forms/field.ts'
import type { Field } from '../../forms/field.ts'

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
