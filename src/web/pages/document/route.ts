import { documentOfCase } from '#casework/documents/document-of-case.ts'
import { patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { documentView } from './view.ts'

const versionIn = (query: unknown): number | undefined => {
  const { version } = query as { readonly version?: unknown }
  return typeof version === 'string' && /^\d{1,5}$/.test(version) ? Number(version) : undefined
}

/** A form that was handed in, or a letter that was kept. */
export const documentRoutes: PageRoutes = (server, deps) => {
  server.get(patterns.document, async (request, reply) => {
    const { id, document } = request.params as { readonly id: string; readonly document: string }
    const asked = { caseId: id, id: document, version: versionIn(request.query) }
    const facts = await documentOfCase(deps, sessionOf(request).actor, asked)
    return facts === null ? showNotFound(request, reply) : show(request, reply, documentView(facts))
  })
}
