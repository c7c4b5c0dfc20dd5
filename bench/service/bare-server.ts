// A process of its own: a bare Node handler over the same database. GET /<place>/<n> does the nth list of statements of a
// place and gives their rows as JSON; POST /insert/<n> inserts one event in the nth case, in a transaction of its own;
// POST /visit/<n> does again all that was asked to record the nth visit, in two turns and one transaction, as we do.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { Pool } from 'pg'
import { askedAgain, isWriting } from './asked-again.ts'
import type { Asked } from './same-sql.ts'

export type BareJob = {
  readonly url: string
  readonly places: Readonly<Record<string, readonly (readonly Asked[])[]>>
  readonly cases: readonly { readonly authority: string; readonly id: string; readonly user: string }[]
  /** What was asked to record a visit, each in a case of its own. */
  readonly visits: readonly (readonly Asked[])[]
}

const inserted = {
  name: 'bare-insert',
  text: `insert into events (authority_id, case_id, number, type, happened_at, recorded_at, by_role, by_id, data, written_by)
    values ($1, $2, $3, 'visit.made', now(), now(), 'practitioner', $4, $5, $6)`,
}
const data = JSON.stringify({ seen: [{ child: 'c1', alone: true }], note: 'Seen at home, at play.' })

const serve = ({ url, places, cases, visits }: BareJob): void => {
  const pool = new Pool({ connectionString: url, max: 16, pipeline: true })
  // No event of an earlier run has these numbers.
  let number = 1_000_000 + (Math.floor(performance.timeOrigin / 100) % 1_000_000_000)

  const read = async (statements: readonly Asked[]): Promise<unknown> => {
    const client = await pool.connect()
    const asked = statements.map(({ name, text, values }) =>
      client.query({ name, text, values: [...values] }),
    )
    const found = await Promise.all(asked)
    client.release()
    return found.map(({ rows }) => rows as unknown)
  }
  const insert = async (n: number): Promise<unknown> => {
    const one = cases[n % cases.length]
    if (one === undefined) return null
    number += 1
    await pool.query({ ...inserted, values: [one.authority, one.id, number, one.user, data, one.user] })
    return { number }
  }
  const visit = async (n: number): Promise<unknown> => {
    const statements = visits[n % visits.length] ?? []
    const key = randomUUID()
    const client = await pool.connect()
    const ask = (one: Asked, lastEvent: number) => client.query(askedAgain(one, key, lastEvent))
    try {
      const reading = statements.filter((one) => !isWriting(one))
      const [, ...found] = await Promise.all([client.query('begin'), ...reading.map((one) => ask(one, 0))])
      const held = found[reading.findIndex(({ name }) => name === 'case-for-update')]
      const lastEvent = (held?.rows[0] as { readonly last_event: number } | undefined)?.last_event ?? 0
      const writing = statements.filter(isWriting).map((one) => ask(one, lastEvent))
      await Promise.all([...writing, client.query('commit')])
      return { lastEvent }
    } finally {
      client.release()
    }
  }
  const answer = (reply: ServerResponse, work: Promise<unknown>): void => {
    work.then(
      (found) => reply.setHeader('content-type', 'application/json').end(JSON.stringify(found)),
      (error: unknown) => reply.writeHead(500).end(String(error)),
    )
  }
  const server = createServer((request, reply) => {
    const [, place = '', n = '0'] = (request.url ?? '').split('/')
    if (request.method === 'POST') {
      request.resume()
      answer(reply, place === 'visit' ? visit(Number(n)) : insert(Number(n)))
      return
    }
    const all = places[place] ?? []
    answer(reply, read(all[Number(n) % all.length] ?? []))
  })
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
}

process.on('message', serve)
