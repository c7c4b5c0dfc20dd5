import type { FastifyRequest } from 'fastify'
import { formatDay, parseDay } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import { addClosure, removeClosure } from '#casework/administration/closures.ts'
import { keepSchedulesUp } from '#casework/administration/keep-schedules-up.ts'
import { closureDays } from '#casework/administration/staff.ts'
import { answerAdministrator } from '../../administration/answer-administrator.ts'
import { forAdministrators } from '../../administration/for-administrators.ts'
import { date } from '../../forms/date-fields.ts'
import { text } from '../../forms/fields.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { readFields } from '../../forms/read-fields.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { closuresView } from './view.ts'

/** So long a person waits for what is due to be worked out again; the rest is done behind their back. */
const patience = 3000

/** The days on which the authority is closed, for administrators. */
export const closuresRoutes: PageRoutes = (server, deps) => {
  const withDays = forAdministrators(deps, closureDays)
  const today = () => dayOf(deps.clock.now())

  /** What was said once the days are others, and the dates have been worked out as far as a person waits for it. */
  const done = async (request: FastifyRequest, what: string): Promise<readonly [string, string]> => {
    const begun = performance.now()
    const goOn = (): boolean => performance.now() - begun < patience
    const isAll = await keepSchedulesUp(deps, sessionOf(request).actor.authority, goOn)
    const rest = isAll
      ? 'What is due has been worked out again.'
      : 'What is due is being worked out again: it may take a few minutes until every list shows it.'
    return [`${what} ${rest}`, paths.closures]
  }

  server.get(paths.closures, (request, reply) =>
    withDays(request, reply, async (facts) => {
      const state = await openForm(request, reply, deps, { form: null })
      return show(request, reply, closuresView(facts, today(), state))
    }),
  )

  server.post(paths.closures, (request, reply) =>
    withDays(request, reply, async (facts) => {
      const sent = sentIn(request.body)
      const draw = (state: FormState) => closuresView(facts, today(), state)
      const read = readFields(sent.typed, {
        day: date({ needed: 'Enter the day', name: 'The day' }),
        name: text({ needed: 'Enter what the day is called', most: 100, name: 'What it is called' }),
      })
      if (!read.ok) return showSent(request, reply, { sent, draw, problems: read.problems })
      const result = await addClosure(deps, sessionOf(request).actor, { key: sent.key, ...read.values })
      return answerAdministrator(request, reply, {
        sent,
        result,
        draw,
        first: 'day',
        done: result.kind === 'done' ? await done(request, 'The day was added.') : ['', paths.closures],
      })
    }),
  )

  server.post(patterns.removeClosure, (request, reply) =>
    withDays(request, reply, async (facts) => {
      const day = parseDay((request.params as { readonly day: string }).day)
      if (day === undefined) return showNotFound(request, reply)
      const sent = sentIn(request.body)
      const asked = { key: `${formatDay(day)} ${sent.key}`, day }
      const result = await removeClosure(deps, sessionOf(request).actor, asked)
      return answerAdministrator(request, reply, {
        sent,
        result,
        draw: (state) => closuresView(facts, today(), state),
        first: 'day',
        done: result.kind === 'done' ? await done(request, 'The day counts again.') : ['', paths.closures],
      })
    }),
  )
}
