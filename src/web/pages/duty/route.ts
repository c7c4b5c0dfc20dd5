import type { FastifyReply, FastifyRequest } from 'fastify'
import { dutyRota, setDuty } from '#casework/administration/duty-rota.ts'
import type { DutyRota } from '#casework/administration/duty-rota.ts'
import { may } from '#casework/access/may.ts'
import { answerAdministrator } from '../../administration/answer-administrator.ts'
import { textOf } from '../../forms/field.ts'
import { openForm } from '../../forms/form-state.ts'
import { baseIn, ownChanges } from '../../forms/own-changes.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { dutyControl, dutyView, openingDuty } from './view.ts'

/** Who is on duty on which day, for administrators, where the procedure knows a manager on duty. */
export const dutyRoutes: PageRoutes = (server, deps) => {
  const withRota = async (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (rota: DutyRota) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const { actor } = sessionOf(request)
    if (!may.keepRota(actor)) return showNotAllowed(request, reply)
    const rota = await dutyRota(deps, actor)
    return rota === null ? showNotFound(request, reply) : work(rota)
  }

  server.get(paths.duty, (request, reply) =>
    withRota(request, reply, async (rota) => {
      const state = await openForm(request, reply, deps, { form: null, typed: openingDuty(rota) })
      return show(request, reply, dutyView(rota, state))
    }),
  )

  server.post(paths.duty, (request, reply) =>
    withRota(request, reply, async (rota) => {
      const sent = sentIn(request.body)
      const base = baseIn(sent.typed) ?? openingDuty(rota)
      const days = rota.days
        .map(({ day }) => ({
          day,
          seen: textOf(base, dutyControl(day)) || null,
          user: textOf(sent.typed, dutyControl(day)) || null,
        }))
        .filter(({ seen, user }) => seen !== user)
      const result = await setDuty(deps, sessionOf(request).actor, { key: sent.key, days })
      const [first] = rota.days
      return answerAdministrator(request, reply, {
        sent,
        result,
        draw: (state) => dutyView(rota, state),
        first: first === undefined ? 'main' : dutyControl(first.day),
        done: ['The rota is saved.', paths.duty],
        merged: () => {
          const { base: now = '', ...opened } = openingDuty(rota)
          return { ...ownChanges(sent.typed, opened), base: now }
        },
      })
    }),
  )
}
