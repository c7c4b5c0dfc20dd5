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

/** Finds the page that records an event: its own, or the one that records anything. */
export const waysToRecord =
  (server: Pick<FastifyInstance, 'hasRoute'>): WayToRecord =>
  (caseId, type, of = null) => {
    const isThere = (url: string): boolean => server.hasRoute({ method: 'GET', url })
    const own = pages[type]
    if (own !== undefined) return isThere(own[0]) ? own[1](caseId) : null
    if (elsewhere.has(type) || !isThere(patterns.record)) return null
    return withQuery(paths.record(caseId, type), { of: of ?? undefined })
  }
