import type { Instant } from '#calendar/instant.ts'
import type { Credential } from '#casework/sign-in/kept-sign-in.ts'
import { textOfInstant } from '../day-column.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const found: Statement = {
  name: 'credential',
  text: `select user_id as user, password_hash as "passwordHash", sealed_code_secret as "sealedCodeSecret", last_step as "lastStep"
    from credentials where authority_id = $1 and user_id = $2`,
}
const set: Statement = {
  name: 'set-credential',
  text: `insert into credentials (authority_id, user_id, password_hash, sealed_code_secret, last_step) values ($1, $2, $3, $4, $5)
    on conflict (authority_id, user_id) do update set password_hash = excluded.password_hash,
      sealed_code_secret = excluded.sealed_code_secret, last_step = excluded.last_step`,
}
const setHash: Statement = {
  name: 'set-password-hash',
  text: 'update credentials set password_hash = $3 where authority_id = $1 and user_id = $2',
}
const stepTaken: Statement = {
  name: 'take-step',
  text: `update credentials set last_step = $3
    where authority_id = $1 and user_id = $2 and (last_step is null or last_step < $3) returning true as taken`,
}
const codesDropped: Statement = {
  name: 'drop-recovery-codes',
  text: 'delete from recovery_codes where authority_id = $1 and user_id = $2',
}
const codesInserted: Statement = {
  name: 'insert-recovery-codes',
  text: 'insert into recovery_codes (authority_id, user_id, digest) select $1, $2, unnest($3::text[])',
}
const codeTaken: Statement = {
  name: 'take-recovery-code',
  text: `update recovery_codes set used_at = $4
    where authority_id = $1 and user_id = $2 and digest = $3 and used_at is null returning true as taken`,
}
const codesLeft: Statement = {
  name: 'recovery-codes-left',
  text: 'select count(*) as left from recovery_codes where authority_id = $1 and user_id = $2 and used_at is null',
}

export const credentialOf = async (one: Transaction, user: string): Promise<Credential | null> =>
  (await rowsOf<Credential>(one, found, [one.authority, user]))[0] ?? null

export async function setCredential(one: Transaction, given: Credential): Promise<void> {
  const { user, passwordHash, sealedCodeSecret, lastStep } = given
  await rowsOf(one, set, [one.authority, user, passwordHash, sealedCodeSecret, lastStep])
}

export async function setPasswordHash(one: Transaction, user: string, hash: string): Promise<void> {
  await rowsOf(one, setHash, [one.authority, user, hash])
}

export const takeStep = async (one: Transaction, user: string, step: number): Promise<boolean> =>
  (await rowsOf(one, stepTaken, [one.authority, user, step])).length > 0

export async function setRecoveryCodes(
  one: Transaction,
  user: string,
  digests: readonly string[],
): Promise<void> {
  await rowsOf(one, codesDropped, [one.authority, user])
  await rowsOf(one, codesInserted, [one.authority, user, digests])
}

export const takeRecoveryCode = async (
  one: Transaction,
  user: string,
  digest: string,
  at: Instant,
): Promise<boolean> =>
  (await rowsOf(one, codeTaken, [one.authority, user, digest, textOfInstant(at)])).length > 0

export const recoveryCodesLeft = async (one: Transaction, user: string): Promise<number> =>
  (await rowsOf<{ readonly left: number }>(one, codesLeft, [one.authority, user]))[0]?.left ?? 0
