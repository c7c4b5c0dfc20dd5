import type { FastifyInstance } from 'fastify'
import { paths, patterns, withQuery } from '../paths.ts'
import { elsewhere } from '../recording/event-titles.data.ts'

/**
 * The page on which an event is recorded for a case; null where there is none. `of` is the earlier event that it
 * belongs to. People are not named in addresses: their ids in a case may be their first names.
 */
export type WayToRecord = (caseId: string, type: string, of?: string | null) => string | null

const pages: Readonly<Record<string, readonly [pattern: string, path: (id: string) => string]>> = {
  'case.allocated': [patterns.allocate, paths.allocate],
  'case.transferred': [patterns.transfer, paths.transfer],
}

/** A visit says of each child whether they were seen: that is where a child who has to be seen is recorded. */
const recordedWith: Readonly<Record<string, string>> = { 'child.seen': 'visit.made' }

/** The page that records an event: its own, or the one that records anything. */
export const pathToRecord: WayToRecord = (caseId, type, of = null) => {
  const own = pages[type]
  if (own !== undefined) return own[1](caseId)
  if (elsewhere.has(type)) return null
  return withQuery(paths.record(caseId, recordedWith[type] ?? type), { of: of ?? undefined })
}

/** The same, as far as the server has these pages. */
export const waysToRecord =
  (server: Pick<FastifyInstance, 'hasRoute'>): WayToRecord =>
  (caseId, type, of = null) => {
    const url = pages[type]?.[0] ?? patterns.record
    return server.hasRoute({ method: 'GET', url }) ? pathToRecord(caseId, type, of) : null
  }
