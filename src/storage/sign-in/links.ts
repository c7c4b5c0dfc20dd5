import type { Instant } from '#calendar/instant.ts'
import type { Credential, Link } from '#casework/sign-in/kept-sign-in.ts'
import { textOfInstant } from '../day-column.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const found: Statement = {
  name: 'sign-in-link',
  text: `select digest, user_id as user, kind, until, used, chosen_password_hash as "passwordHash",
      chosen_code_secret as "sealedCodeSecret"
    from sign_in_links where authority_id = $1 and digest = $2`,
}
const kept: Statement = {
  name: 'keep-sign-in-link',
  text: 'insert into sign_in_links (authority_id, digest, user_id, kind, until) values ($1, $2, $3, $4, $5)',
}
const pastDropped: Statement = {
  name: 'drop-past-sign-in-links',
  text: 'delete from sign_in_links where authority_id = $1 and user_id = $2 and until <= $3',
}
const chosen: Statement = {
  name: 'set-chosen-of-link',
  text: `update sign_in_links set chosen_password_hash = $3, chosen_code_secret = $4
    where authority_id = $1 and digest = $2`,
}
const taken: Statement = {
  name: 'take-sign-in-link',
  text: `update sign_in_links set used = true, chosen_password_hash = null, chosen_code_secret = null
    where authority_id = $1 and digest = $2 and not used and until > $3 returning true as taken`,
}
const dropped: Statement = {
  name: 'drop-sign-in-links',
  text: 'delete from sign_in_links where authority_id = $1 and user_id = $2 and not used',
}

type Row = Omit<Link, 'chosen'> & {
  readonly passwordHash: string | null
  readonly sealedCodeSecret: string | null
}

export async function link(one: Transaction, digest: string): Promise<Link | null> {
  const [row] = await rowsOf<Row>(one, found, [one.authority, digest])
  if (row === undefined) return null
  const { passwordHash, sealedCodeSecret, ...rest } = row
  const both = passwordHash !== null && sealedCodeSecret !== null
  return { ...rest, chosen: both ? { passwordHash, sealedCodeSecret } : null }
}

export async function keepLink(
  one: Transaction,
  given: Omit<Link, 'used' | 'chosen'>,
  at: Instant,
): Promise<void> {
  const { digest, user, kind, until } = given
  await rowsOf(one, pastDropped, [one.authority, user, textOfInstant(at)])
  await rowsOf(one, kept, [one.authority, digest, user, kind, textOfInstant(until)])
}

export async function setChosen(
  one: Transaction,
  digest: string,
  { passwordHash, sealedCodeSecret }: Pick<Credential, 'passwordHash' | 'sealedCodeSecret'>,
): Promise<void> {
  await rowsOf(one, chosen, [one.authority, digest, passwordHash, sealedCodeSecret])
}

export const takeLink = async (one: Transaction, digest: string, at: Instant): Promise<boolean> =>
  (await rowsOf(one, taken, [one.authority, digest, textOfInstant(at)])).length > 0

export async function dropLinks(one: Transaction, user: string): Promise<void> {
  await rowsOf(one, dropped, [one.authority, user])
}
