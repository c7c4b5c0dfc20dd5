import type { Draft } from '#casework/ports.ts'
import { textOfInstant } from './day-column.ts'
import { isId } from './is-id.ts'
import { rowsOf, type Statement, type Transaction } from './transaction.ts'

const columns = 'user_id as user, form, "values", saved_at as "savedAt", revision'

const oneDraft: Statement = {
  name: 'draft',
  text: `select ${columns} from drafts where authority_id = $1 and user_id = $2 and form = $3`,
}
const ofUser: Statement = {
  name: 'drafts-of-user',
  text: `select ${columns} from drafts where authority_id = $1 and user_id = $2 order by saved_at desc, form`,
}
const saved: Statement = {
  name: 'save-draft',
  text: `insert into drafts (authority_id, user_id, form, "values", saved_at, revision) values ($1, $2, $3, $4, $5, $6)
    on conflict (authority_id, user_id, form) do update
      set "values" = excluded."values", saved_at = excluded.saved_at, revision = excluded.revision`,
}
const dropped: Statement = {
  name: 'drop-draft',
  text: 'delete from drafts where authority_id = $1 and user_id = $2 and form = $3',
}

export async function draft(one: Transaction, user: string, form: string): Promise<Draft | null> {
  if (!isId(user)) return null
  return (await rowsOf<Draft>(one, oneDraft, [one.authority, user, form]))[0] ?? null
}

/** A user's drafts, the latest first. */
export const draftsOf = async (one: Transaction, user: string): Promise<readonly Draft[]> =>
  isId(user) ? rowsOf<Draft>(one, ofUser, [one.authority, user]) : []

export async function saveDraft(one: Transaction, given: Draft): Promise<void> {
  const { user, form, values, savedAt, revision } = given
  await rowsOf(one, saved, [
    one.authority,
    user,
    form,
    JSON.stringify(values),
    textOfInstant(savedAt),
    revision,
  ])
}

export async function dropDraft(one: Transaction, user: string, form: string): Promise<void> {
  await rowsOf(one, dropped, [one.authority, user, form])
}
