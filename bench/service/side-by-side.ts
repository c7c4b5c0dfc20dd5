import type { BareJob } from './bare-server.ts'
import { asked } from './asked.ts'
import type { Load, Loaded, Request } from './load.ts'
import type { Helper } from './processes.ts'
import { helper, processorTime } from './processes.ts'
import type { SceneName, Scenes } from './scenes.ts'

/** One side of a comparison: medians over the turns. */
type Side = {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly kilobytes: number
  /** Milliseconds of the processor for each answer: of the handler, of PostgreSQL and of whoever asks. */
  readonly handler: number
  readonly database: number
  readonly asking: number
}

export type Compared = {
  readonly scene: SceneName
  readonly connections: number
  readonly ours: Side
  readonly bare: Side
  /** Answers that were not what a person would have wanted. */
  readonly refused: number
}

type Turn = Side & { readonly refused: number }

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const middleOf = (turns: readonly Turn[]): Side => {
  const of = (name: keyof Side): number => median(turns.map((turn) => turn[name]))
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p95: of('p95'),
    kilobytes: of('kilobytes'),
    handler: of('handler'),
    database: of('database'),
    asking: of('asking'),
  }
}

export type Field = {
  /** The service's process, and PostgreSQL's first one. */
  readonly service: { readonly pid: number; readonly origin: string }
  readonly database: number
}

const bareRequests: Readonly<Record<SceneName, (scenes: Scenes) => readonly Request[]>> = {
  worklist: ({ bare }) => paged('worklist', bare.places['worklist']?.length ?? 0),
  family: ({ bare }) => paged('family', bare.places['family']?.length ?? 0),
  recording: ({ bare }) => posted('insert', bare.cases.length),
  'recording-sql': ({ bare }) => posted('visit', bare.visits.length),
}

const posted = (what: string, many: number): readonly Request[] =>
  Array.from({ length: many }, (_, n) => ({ method: 'POST', path: `/${what}/${n}`, headers: {}, body: '' }))

const paged = (place: string, many: number): readonly Request[] =>
  Array.from({ length: many }, (_, n) => ({ method: 'GET', path: `/${place}/${n}`, headers: {}, body: null }))

const turn = async (
  load: Helper<Load, Loaded>,
  job: Load,
  handler: number,
  database: number,
): Promise<Turn> => {
  const before = [processorTime(handler), processorTime(database, true), processorTime(load.pid)]
  const { answers, seconds, p50, p95, bytes, statuses } = await load.ask(job)
  const after = [processorTime(handler), processorTime(database, true), processorTime(load.pid)]
  const each = (i: number): number => ((after[i] ?? 0) - (before[i] ?? 0)) / answers
  const good = (statuses['200'] ?? 0) + (statuses['303'] ?? 0)
  return {
    perSecond: answers / seconds,
    p50,
    p95,
    kilobytes: bytes / answers / 1024,
    handler: each(0),
    database: each(1),
    asking: each(2),
    refused: answers - good,
  }
}

/** Asks the service and the bare handler in turns, so that a busy moment of the machine falls on both. */
export const sideBySide = async (field: Field, scenes: Scenes): Promise<readonly Compared[]> => {
  const load = helper<Load, Loaded>('load.ts')
  const bare = helper<BareJob, { readonly port: number }>('bare-server.ts')
  try {
    const { port } = await bare.ask(scenes.bare)
    const bareOrigin = `http://127.0.0.1:${port}`
    const found: Compared[] = []
    for (const scene of ['worklist', 'family', 'recording', 'recording-sql'] as const)
      for (const connections of asked.connections) {
        const turns = { ours: [] as Turn[], bare: [] as Turn[] }
        const job = (origin: string, requests: readonly Request[]): Load => ({
          origin,
          connections,
          milliseconds: asked.seconds * 1000,
          requests,
        })
        for (let n = 0; n <= asked.turns; n += 1) {
          const bareTurn = await turn(
            load,
            job(bareOrigin, bareRequests[scene](scenes)),
            bare.pid,
            field.database,
          )
          const { pid, origin } = field.service
          const ourTurn = await turn(load, job(origin, scenes.requests[scene]), pid, field.database)
          if (n === 0) continue
          turns.bare.push(bareTurn)
          turns.ours.push(ourTurn)
        }
        const refused = [...turns.ours, ...turns.bare].reduce((sum, one) => sum + one.refused, 0)
        found.push({
          scene,
          connections,
          ours: middleOf(turns.ours),
          bare: middleOf(turns.bare),
          refused,
        })
      }
    return found
  } finally {
    load.end()
    bare.end()
  }
}
