import type { Client } from 'pg'

export type TableThere = {
  readonly name: string
  /** Without those that the database works out by itself. */
  readonly columns: readonly string[]
  /** The tables that its rows refer to. */
  readonly needs: readonly string[]
}

/** All tables but that of the migrations, which is made by carrying them out. */
const tablesThere = `
  select relname::text as name,
    array(select attname::text from pg_attribute
      where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select distinct confrelid::regclass::text from pg_constraint
      where conrelid = pg_class.oid and contype = 'f' and confrelid <> pg_class.oid) as needs
  from pg_class
  where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace
    and relname <> 'migrations'
    and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
  order by 1`

/** The tables of a database, each after those that it refers to. */
export async function tablesInOrder(client: Client): Promise<readonly TableThere[]> {
  const waiting = (await client.query<TableThere>(tablesThere)).rows
  const ordered: TableThere[] = []
  const done = new Set<string>()
  while (ordered.length < waiting.length) {
    const ready = waiting.filter(({ name, needs }) => !done.has(name) && needs.every((one) => done.has(one)))
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle.')
    for (const table of ready) done.add(table.name)
    ordered.push(...ready)
  }
  return ordered
}
