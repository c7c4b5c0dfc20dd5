// A process of its own: asks for pages as fast as they come over so many connections, and says how long each took.
import { randomUUID } from 'node:crypto'
import { Pool } from 'undici'

export type Request = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** `{key}` in it is another key for every request. */
  readonly body: string | null
}

export type Load = {
  readonly origin: string
  readonly connections: number
  readonly milliseconds: number
  readonly requests: readonly Request[]
}

export type Loaded = {
  readonly answers: number
  readonly seconds: number
  readonly p50: number
  readonly p95: number
  readonly bytes: number
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>
}

const run = async ({ origin, connections, milliseconds, requests }: Load): Promise<Loaded> => {
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const times: number[] = []
  const statuses: Record<string, number> = {}
  let next = 0
  let bytes = 0
  const from = performance.now()
  const worker = async (): Promise<void> => {
    while (performance.now() - from < milliseconds) {
      const asked = requests[next % requests.length]
      next += 1
      if (asked === undefined) return
      const { method, path, headers } = asked
      const body = asked.body === null ? null : asked.body.replace('{key}', randomUUID())
      const begun = performance.now()
      const answer = await pool.request({ method, path, headers, body })
      bytes += (await answer.body.arrayBuffer()).byteLength
      times.push(performance.now() - begun)
      statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - from) / 1000
  await pool.close()
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return { answers: times.length, seconds, p50: at(0.5), p95: at(0.95), bytes, statuses }
}

process.on('message', (load: Load) => {
  void run(load).then((loaded) => process.send?.(loaded))
})
