import { changeServiceDetails, serviceDetails } from '#casework/administration/contact-details.ts'
import { answerAdministrator } from '../../administration/answer-administrator.ts'
import { contactFields } from '../../administration/contact-questions.ts'
import { forAdministrators } from '../../administration/for-administrators.ts'
import { textOf } from '../../forms/field.ts'
import { text } from '../../forms/fields.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { ownChanges } from '../../forms/own-changes.ts'
import { readFields } from '../../forms/read-fields.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths } from '../../paths.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { openingDetails, serviceDetailsView } from './view.ts'

/** What the service is called and how it is reached, for administrators. */
export const serviceDetailsRoutes: PageRoutes = (server, deps) => {
  const withDetails = forAdministrators(deps, serviceDetails)

  server.get(paths.serviceDetails, (request, reply) =>
    withDetails(request, reply, async ({ staff, details }) => {
      const state = await openForm(request, reply, deps, { form: null, typed: openingDetails(details) })
      return show(request, reply, serviceDetailsView(staff, state))
    }),
  )

  server.post(paths.serviceDetails, (request, reply) =>
    withDetails(request, reply, async ({ staff, details }) => {
      const sent = sentIn(request.body)
      const draw = (state: FormState) => serviceDetailsView(staff, state)
      const read = readFields(sent.typed, {
        name: text({ most: 200, name: 'The name' }),
        ...contactFields,
      })
      if (!read.ok) return showSent(request, reply, { sent, draw, problems: read.problems })
      const result = await changeServiceDetails(deps, sessionOf(request).actor, {
        key: sent.key,
        seen: textOf(sent.typed, 'details-seen'),
        details: read.values,
      })
      return answerAdministrator(request, reply, {
        sent,
        result,
        draw,
        first: 'name',
        done: ['The changes are in force. Letters are filled in with them.', paths.serviceDetails],
        merged: () => {
          const { 'details-seen': seen = '', base = '', ...opened } = openingDetails(details)
          return { ...ownChanges(sent.typed, opened), 'details-seen': seen, base }
        },
      })
    }),
  )
}
