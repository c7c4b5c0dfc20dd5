import type { FastifyRequest } from 'fastify'
import { staff } from '#casework/administration/staff.ts'
import { inviteUser } from '#casework/administration/invite-user.ts'
import { forAdministrators } from '../../administration/for-administrators.ts'
import { answerInvited, handingIn } from '../../administration/hand-over.ts'
import { readRoles } from '../../administration/role-rows.ts'
import { email, optionalPhone } from '../../forms/contact-fields.ts'
import { text } from '../../forms/fields.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths } from '../../paths.ts'
import { showNotAllowed } from '../../plugins/failures.ts'
import { wantsRow, withRow } from '../../recording/rows.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { inviteUserView } from './view.ts'
import type { HandedOver } from './view.ts'

/** Inviting somebody who may sign in. */
export const inviteUserRoutes: PageRoutes = (server, deps) => {
  const withStaff = forAdministrators(deps, staff)
  const handed = (request: FastifyRequest): HandedOver =>
    sessionOf(request).authority.demonstration ? 'not at all' : handingIn(deps)

  server.get(paths.inviteUser, (request, reply) =>
    withStaff(request, reply, async (facts) => {
      const state = await openForm(request, reply, deps, { form: null })
      return show(request, reply, inviteUserView(facts, state, handed(request)))
    }),
  )

  server.post(paths.inviteUser, (request, reply) =>
    withStaff(request, reply, async (facts) => {
      const sent = sentIn(request.body)
      const handing = handingIn(deps)
      const draw = (state: FormState) => inviteUserView(facts, state, handed(request))
      const again = (problems: readonly FieldProblem[]) => showSent(request, reply, { sent, draw, problems })
      if (wantsRow(sent.typed))
        return showSent(request, reply, { sent, draw, typed: withRow(sent.typed), problems: [] })
      const read = readFields(sent.typed, {
        name: text({ needed: 'Enter the name', most: 200, name: 'The name' }),
        email: email('Enter the email address'),
        phone: optionalPhone,
      })
      const roles = readRoles(sent.typed, facts, true)
      if (!read.ok || !roles.ok) return again([read, roles].flatMap((part) => (part.ok ? [] : part.problems)))
      const { memberships } = roles
      const { actor } = sessionOf(request)
      const asked = { key: sent.key, ...read.values, memberships }
      const result = await inviteUser(deps, actor, asked, handing)
      switch (result.kind) {
        case 'not-allowed':
          return showNotAllowed(request, reply)
        case 'taken':
          return again([{ field: 'email', text: 'Somebody has this email address already' }])
        case 'no-such-team':
          return again([{ field: 'role-1-team', text: 'Choose a team that there is' }])
        case 'invited':
        case 'invited-before':
          return answerInvited(request, reply, {
            result,
            handing,
            sent: 'They are invited: the way in is on its way by email.',
            added: 'They are added. This is a demonstration: to be them, sign out and choose their name.',
            next: paths.users,
          })
      }
    }),
  )
}
