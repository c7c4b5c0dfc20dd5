import type { Draft } from '#casework/ports.ts'
import { openedAt } from '#casework/recording/page-key.ts'
import { textOfInstant, textOrNull } from './day-column.ts'
import { isId } from './is-id.ts'
import { atTheEnd, rowsOf, type Statement, type Transaction } from './transaction.ts'

const columns = 'user_id as user, form, "values", saved_at as "savedAt", revision, page'

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
  text: `insert into drafts (authority_id, user_id, form, "values", saved_at, revision, page)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (authority_id, user_id, form) do update
      set "values" = excluded."values", saved_at = excluded.saved_at, revision = excluded.revision,
        page = excluded.page`,
}
const dropped: Statement = {
  name: 'drop-draft',
  text: `delete from drafts where authority_id = $1 and user_id = $2
    and (page = $4 or form = $3 and (page is null or saved_at <= coalesce($5::timestamptz, 'infinity')))`,
}

type Row = Omit<Draft, 'page'> & { readonly page: string | null }

const draftOf = ({ page, ...rest }: Row): Draft => (page === null ? rest : { ...rest, page })

export async function draft(one: Transaction, user: string, form: string): Promise<Draft | null> {
  if (!isId(user)) return null
  const [row] = await rowsOf<Row>(one, oneDraft, [one.authority, user, form])
  return row === undefined ? null : draftOf(row)
}

/** A user's drafts, the latest first. */
export const draftsOf = async (one: Transaction, user: string): Promise<readonly Draft[]> =>
  isId(user) ? (await rowsOf<Row>(one, ofUser, [one.authority, user])).map(draftOf) : []

export async function saveDraft(one: Transaction, given: Draft): Promise<void> {
  const { user, form, values, savedAt, revision, page = null } = given
  await rowsOf(one, saved, [
    one.authority,
    user,
    form,
    JSON.stringify(values),
    textOfInstant(savedAt),
    revision,
    page,
  ])
}

/** With everything that the page with this key has saved; what another has saved since that one was opened stays. */
export async function dropDraft(one: Transaction, user: string, form: string, key?: string): Promise<void> {
  const opened = key === undefined ? null : openedAt(key)
  atTheEnd(one, rowsOf(one, dropped, [one.authority, user, form, key ?? null, textOrNull(opened)]))
}
