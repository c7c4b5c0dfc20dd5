import type { FastifyRequest } from 'fastify'
import type { User } from '#casework/ports.ts'
import { restrictCase } from '#casework/restricted/restrict-case.ts'
import type { RestrictionDesk } from '#casework/restricted/restriction-desk.ts'
import { restrictionDesk } from '#casework/restricted/restriction-desk.ts'
import { openForm } from '../../forms/form-state.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Draw } from '../../forms/show-sent.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { namedNow, readRestriction, refusedBecause } from './form.ts'
import { restrictionView } from './view.ts'

/** What somebody is, in the procedure's words where it has some. */
const roleIn =
  ({ procedure: { roles, standsFor } }: RestrictionDesk) =>
  ({ memberships }: User): string => {
    const [role] = memberships.map((one) => one.role)
    const own = Object.keys(roles).find((name) => (standsFor[name] ?? name) === role)
    const title = own === undefined ? undefined : roles[own]
    return title ?? (role ?? '').replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase())
  }

/** Restricting a family to named people, and lifting that: for managers. */
export const restrictionRoutes: PageRoutes = (server, deps) => {
  const deskFor = (request: FastifyRequest): Promise<RestrictionDesk | null> =>
    restrictionDesk(deps, sessionOf(request).actor, (request.params as { readonly id: string }).id)

  server.get(patterns.restriction, async (request, reply) => {
    const desk = await deskFor(request)
    if (desk === null) return showNotFound(request, reply)
    if (!desk.may.restrict) return showNotAllowed(request, reply)
    const typed = namedNow(desk, sessionOf(request).actor.user)
    const state = await openForm(request, reply, deps, { form: null, typed })
    return show(request, reply, restrictionView(desk, roleIn(desk), state))
  })

  server.post(patterns.restriction, async (request, reply) => {
    const desk = await deskFor(request)
    if (desk === null) return showNotFound(request, reply)
    if (!desk.may.restrict) return showNotAllowed(request, reply)
    const { actor } = sessionOf(request)
    const sent = sentIn(request.body)
    const read = readRestriction(desk, sent)
    const draw: Draw = (state) => restrictionView(desk, roleIn(desk), state)
    const again = (problems: readonly FieldProblem[]) => showSent(request, reply, { sent, draw, problems })
    if (!read.ok) return again(read.problems)
    const result = await restrictCase(deps, actor, read.asked)
    if (result.kind === 'no-such-case') return showNotFound(request, reply)
    if (result.kind === 'not-allowed') return showNotAllowed(request, reply)
    if (result.kind !== 'done') return again(refusedBecause(result))
    const { named } = read.asked
    tell(
      reply,
      named === null
        ? 'Everybody whose role and team let them may see this family now.'
        : 'Only the people named may see this family now.',
    )
    const isStillTheirs = named === null || named.includes(actor.user)
    return leadTo(reply, isStillTheirs ? paths.family(desk.record.id) : paths.families)
  })
}
