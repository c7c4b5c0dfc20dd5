import { messageDesk, oneMessage } from '#casework/messages/message-desk.ts'
import { tryAgain } from '#casework/messages/try-again.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { tokenFor } from '../../plugins/forgery.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { askedIn } from './form.ts'
import { messagesView, messageView } from './view.ts'

type Params = { readonly id: string }

/** What was sent to the people of an authority, and what could not be: for managers and administrators. */
export const messagesRoutes: PageRoutes = (server, deps) => {
  server.get(paths.messages, async (request, reply) => {
    const asked = askedIn(request.query)
    const desk = await messageDesk(deps, sessionOf(request).actor, asked)
    if (desk === null) return showNotAllowed(request, reply)
    return show(request, reply, messagesView(desk, asked))
  })

  server.get(patterns.message, async (request, reply) => {
    const one = await oneMessage(deps, sessionOf(request).actor, (request.params as Params).id)
    if (one === null) return showNotFound(request, reply)
    return show(request, reply, messageView(one, tokenFor(request, reply)))
  })

  server.post(patterns.sendAgain, async (request, reply) => {
    const { id } = request.params as Params
    if (!(await tryAgain(deps, sessionOf(request).actor, id))) return showNotFound(request, reply)
    tell(reply, 'The message waits to be sent again.')
    return leadTo(reply, paths.message(id))
  })
}
