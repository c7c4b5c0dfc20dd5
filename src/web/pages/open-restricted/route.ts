import type { FastifyReply, FastifyRequest } from 'fastify'
import { caseReference } from '#casework/case/case-reference.ts'
import { openRestricted, openToReader } from '#casework/restricted/open-restricted.ts'
import { text } from '../../forms/fields.ts'
import { openForm } from '../../forms/form-state.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Draw } from '../../forms/show-sent.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths } from '../../paths.ts'
import { showNotAllowed } from '../../plugins/failures.ts'
import { searchesOf } from '../../plugins/rate-limits.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { openRestrictedView } from './view.ts'

/** The same words whether there is no such family, it is not restricted, or it is not theirs to open. */
const noneFound: FieldProblem = {
  field: 'reference',
  text: 'There is no restricted family with this reference that you could open. Check every letter and digit',
}

const example = (request: FastifyRequest): string => caseReference(sessionOf(request).authority.slug, 41)

/** Opening a restricted family for a while: for managers. */
export const openRestrictedRoutes: PageRoutes = (server, deps) => {
  server.get(paths.openRestricted, async (request, reply) => {
    const families = await openToReader(deps, sessionOf(request).actor)
    if (families === null) return showNotAllowed(request, reply)
    return show(
      request,
      reply,
      openRestrictedView(families, example(request), await openForm(request, reply, deps, { form: null })),
    )
  })

  const config = { rateLimit: searchesOf(deps.settings) }
  server.post(paths.openRestricted, { config }, async (request: FastifyRequest, reply: FastifyReply) => {
    const { actor } = sessionOf(request)
    const families = await openToReader(deps, actor)
    if (families === null) return showNotAllowed(request, reply)
    const sent = sentIn(request.body)
    const draw: Draw = (state) => openRestrictedView(families, example(request), state)
    const again = (problems: readonly FieldProblem[]) => showSent(request, reply, { sent, draw, problems })
    const read = readFields(sent.typed, {
      reference: text({ needed: 'Enter the reference', most: 40, name: 'The reference' }),
      reason: text({ needed: 'Enter why you have to see it', most: 500, name: 'The reason' }),
    })
    if (!read.ok) return again(read.problems)
    const result = await openRestricted(deps, actor, { key: sent.key, ...read.values })
    if (result.kind === 'not-allowed') return showNotAllowed(request, reply)
    if (result.kind === 'none') return again([noneFound])
    tell(reply, 'The family is open to you for 24 hours. Those whom it names have been told.')
    return leadTo(reply, paths.family(result.caseId))
  })
}
