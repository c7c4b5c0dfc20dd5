import type { Form } from '#procedure/rules/form.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import type { Guarded } from '../access/may.ts'
import { packRolesOf } from '../access/may.ts'
import type { User } from '../ports.ts'
import { topFields } from './asked.ts'
import { unsignedIn } from './signatures.ts'
import type { Signature } from './signatures.ts'
import type { AskedField, StoredDocument } from './stored-document.ts'

/** A line of a form that nobody has signed, as somebody finds it. */
export type UnsignedLine = Pick<AskedField, 'id' | 'label'> & {
  /** Whose it is: roles of the procedure, or the family; anybody's where it is empty. */
  readonly by: readonly string[]
  /** Whether whoever looks signs it here. */
  readonly isMine: boolean
  /** Who fills one of the roles for this family; nobody for a line of the family, or of those who write nothing down here. */
  readonly signers: readonly User[]
}

/** Whose a line is, as the procedure says today: a form that was handed in before is signed by the same people. */
export const signersOf = (form: Form | undefined, field: string): readonly string[] =>
  (form === undefined ? [] : topFields(form)).find(({ id }) => id === field)?.by ?? []

/** In which role somebody signs a line here: null in whichever they have, where it is anybody's; undefined where it is not theirs. */
export const signsAs = (
  by: readonly string[],
  actor: Actor,
  one: Guarded,
  procedure: Procedure,
): string | null | undefined => {
  if (by.length === 0) return null
  return packRolesOf(actor, one, procedure).find((role) => by.includes(role))
}

type Around = {
  readonly actor: Actor
  readonly record: Guarded
  readonly procedure: Procedure
  readonly users: ReadonlyMap<string, User>
  readonly form: Form | undefined
}

/** The lines of a document that nobody has signed, and whose each of them is. */
export const unsignedLines = (
  document: Pick<StoredDocument, 'content' | 'version'>,
  signatures: readonly Signature[],
  { actor, record, procedure, users, form }: Around,
): readonly UnsignedLine[] =>
  unsignedIn(document, signatures, form).map(({ id, label }) => {
    const by = signersOf(form, id)
    const signs = (one: Actor): boolean => signsAs(by, one, record, procedure) !== undefined
    return {
      id,
      label,
      by,
      isMine: signs(actor),
      signers: by.length === 0 ? [] : [...users.values()].filter((user) => user.active && signs(user)),
    }
  })
