import type { FastifyReply, FastifyRequest } from 'fastify'
import { changeUser } from '#casework/administration/change-user.ts'
import { oneUser, staff } from '#casework/administration/staff.ts'
import type { OneUser } from '#casework/administration/staff.ts'
import { inviteAgain } from '#casework/administration/invite-user.ts'
import { answerAdministrator } from '../../administration/answer-administrator.ts'
import { forAdministrators } from '../../administration/for-administrators.ts'
import { answerInvited, handingIn } from '../../administration/hand-over.ts'
import { readRoles } from '../../administration/role-rows.ts'
import { textOf } from '../../forms/field.ts'
import { optionalPhone } from '../../forms/contact-fields.ts'
import { text } from '../../forms/fields.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { ownChanges } from '../../forms/own-changes.ts'
import { readFields } from '../../forms/read-fields.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { wantsRow, withRow } from '../../recording/rows.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { openingUser, userView } from './view.ts'

/** What one user may do, for administrators. */
export const userRoutes: PageRoutes = (server, deps) => {
  const withStaff = forAdministrators(deps, staff)
  const withUser = (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (facts: OneUser) => Promise<FastifyReply>,
  ): Promise<FastifyReply> =>
    withStaff(request, reply, async () => {
      const { user: id } = request.params as { readonly user: string }
      const facts = await oneUser(deps, sessionOf(request).actor, id)
      return facts === null ? showNotFound(request, reply) : work(facts)
    })

  server.get(patterns.user, (request, reply) =>
    withUser(request, reply, async (facts) => {
      const typed = openingUser(facts.user)
      const state = await openForm(request, reply, deps, { form: null, typed })
      return show(request, reply, userView(facts, state, handingIn(deps)))
    }),
  )

  server.post(patterns.user, (request, reply) =>
    withUser(request, reply, async (facts) => {
      const { staff: all, user } = facts
      const sent = sentIn(request.body)
      const draw = (state: FormState) => userView(facts, state, handingIn(deps))
      if (wantsRow(sent.typed))
        return showSent(request, reply, { sent, draw, typed: withRow(sent.typed), problems: [] })
      const active = textOf(sent.typed, 'active') !== ''
      const read = readFields(sent.typed, {
        name: text({ needed: 'Enter the name', most: 200, name: 'The name' }),
        phone: optionalPhone,
      })
      const roles = readRoles(sent.typed, all, active)
      if (!read.ok || !roles.ok) {
        const problems = [read, roles].flatMap((part) => (part.ok ? [] : part.problems))
        return showSent(request, reply, { sent, draw, problems })
      }
      const result = await changeUser(deps, sessionOf(request).actor, {
        key: sent.key,
        user: user.user,
        seen: textOf(sent.typed, 'user-seen'),
        ...read.values,
        active,
        memberships: roles.memberships,
      })
      return answerAdministrator(request, reply, {
        sent,
        result,
        draw,
        first: 'name',
        done: ['The changes are in force.', paths.users],
        merged: () => {
          const { 'user-seen': seen = '', base = '', ...opened } = openingUser(user)
          return { ...ownChanges(sent.typed, opened), 'user-seen': seen, base }
        },
      })
    }),
  )

  server.post(patterns.inviteAgain, (request, reply) =>
    withUser(request, reply, async ({ user }) => {
      const handing = handingIn(deps)
      const result = await inviteAgain(deps, sessionOf(request).actor, user.user, handing)
      if (result === null) return showNotFound(request, reply)
      if (result.kind !== 'invited') return showNotAllowed(request, reply)
      return answerInvited(request, reply, {
        result,
        handing,
        sent: 'A new invitation is on its way by email.',
        added: 'In a demonstration nobody is sent an invitation.',
        next: paths.user(user.user),
      })
    }),
  )
}
