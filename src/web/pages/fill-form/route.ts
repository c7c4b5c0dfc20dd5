import type { FastifyReply, FastifyRequest } from 'fastify'
import { changeDesk, formDesk } from '#casework/documents/form-desk.ts'
import type { FormDesk } from '#casework/documents/form-desk.ts'
import { handIn } from '#casework/documents/hand-in.ts'
import type { HandedIn } from '#casework/documents/hand-in.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import type { Draw } from '../../forms/show-sent.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import type { Sent } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { answerRefused } from '../../recording/answer-refused.ts'
import { overtakenProblem } from '../../recording/overtaken.ts'
import { wantsRow, withRow } from '../../recording/rows.ts'
import { leadTo, show, tell } from '../../show.ts'
import { timeInWords } from '../../time-in-words.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { draftName, formFacts, handingOf, opening, readSent } from './form.ts'
import type { FormFacts } from './form.ts'
import { fillFormView } from './view.ts'

const nothing = { shut: [], leftOver: [] }

/** Forms of the procedure, filled in and handed in, and changed when they have been. */
export const fillFormRoutes: PageRoutes = (server, deps) => {
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    sent: Sent,
    facts: FormFacts,
    result: HandedIn,
  ): Promise<FastifyReply> => {
    const { record, may, users } = facts.desk.overview
    const draw = (state: FormState) => fillFormView(deps.shelf, facts, state, nothing)
    switch (result.kind) {
      case 'kept':
        tell(reply, `Handed in: ${facts.desk.form.title}.`)
        return leadTo(reply, paths.document(record.id, result.id))
      case 'changed-meanwhile': {
        const { writtenBy, writtenAt, version } = result.line
        const who = users.get(writtenBy)?.name ?? 'Somebody'
        const text = `${who} handed in another version on ${timeInWords(writtenAt)}. What you typed is still here: look at theirs, and hand yours in again if it still holds`
        const typed = { ...sent.typed, seen: String(version) }
        return showSent(request, reply, { sent, draw, typed, problems: [{ field: 'hand-in', text }] })
      }
      case 'overtaken': {
        const typed = { ...sent.typed, known: result.event.id.slice(1) }
        const problems = [overtakenProblem(result, facts.desk.overview, 'hand-in')]
        return showSent(request, reply, { sent, draw, typed, problems })
      }
      default:
        return answerRefused(deps, request, reply, result, {
          sent,
          people: record.people,
          mayGoPast: may.goPast,
          at: { problems: 'hand-in' },
          draw: (state, shut) => fillFormView(deps.shelf, facts, state, { shut, leftOver: [] }),
        })
    }
  }

  const open = async (request: FastifyRequest, reply: FastifyReply, desk: FormDesk | null) => {
    if (desk === null) return showNotFound(request, reply)
    if (!desk.overview.may.record) return showNotAllowed(request, reply)
    const facts = formFacts(deps.shelf, sessionOf(request).actor, desk)
    const { revision } = desk.overview.record
    const form = { form: draftName(desk), revision, typed: opening(facts) }
    const state = await openForm(request, reply, deps, form)
    const leftOver = state.draft === null ? [] : readSent(facts, state.typed).leftOver
    return show(request, reply, fillFormView(deps.shelf, facts, state, { shut: [], leftOver }))
  }

  const send = async (request: FastifyRequest, reply: FastifyReply, desk: FormDesk | null) => {
    if (desk === null) return showNotFound(request, reply)
    if (!desk.overview.may.record) return showNotAllowed(request, reply)
    const facts = formFacts(deps.shelf, sessionOf(request).actor, desk)
    const sent = sentIn(request.body)
    const drawWith =
      (leftOver: readonly string[]): Draw =>
      (state) =>
        fillFormView(deps.shelf, facts, state, { shut: [], leftOver })
    if (wantsRow(sent.typed))
      return showSent(request, reply, { sent, draw: drawWith([]), typed: withRow(sent.typed), problems: [] })
    const read = readSent(facts, sent.typed)
    const handing = handingOf(facts, sent, read)
    if (read.problems.length > 0 || handing === null)
      return showSent(request, reply, { sent, draw: drawWith(read.leftOver), problems: read.problems })
    return answer(request, reply, sent, facts, await handIn(deps, sessionOf(request).actor, handing))
  }

  type Params = { readonly id: string; readonly form: string; readonly document: string }
  const newDesk = (request: FastifyRequest): Promise<FormDesk | null> => {
    const { id, form } = request.params as Params
    return formDesk(deps, sessionOf(request).actor, { caseId: id, form })
  }
  const deskToChange = (request: FastifyRequest): Promise<FormDesk | null> => {
    const { id, document } = request.params as Params
    const asRecord = (request.query as { readonly as?: unknown }).as === 'record'
    return changeDesk(deps, sessionOf(request).actor, { caseId: id, document, asRecord })
  }

  server.get(patterns.fillForm, async (request, reply) => open(request, reply, await newDesk(request)))
  server.post(patterns.fillForm, async (request, reply) => send(request, reply, await newDesk(request)))
  server.get(patterns.changeDocument, async (request, reply) =>
    open(request, reply, await deskToChange(request)),
  )
  server.post(patterns.changeDocument, async (request, reply) =>
    send(request, reply, await deskToChange(request)),
  )
}
