import type { FastifyReply, FastifyRequest } from 'fastify'
import { changeDesk, formDesk } from '#casework/documents/form-desk.ts'
import type { FormDesk } from '#casework/documents/form-desk.ts'
import { handIn } from '#casework/documents/hand-in.ts'
import type { HandedIn } from '#casework/documents/hand-in.ts'
import { keepDraft } from '../../forms/keep-draft.ts'
import { openForm, sentForm } from '../../forms/form-state.ts'
import { sentIn } from '../../forms/typed.ts'
import type { Sent } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { overtakenProblem } from '../../recording/overtaken.ts'
import { wantsRow, withRow } from '../../recording/rows.ts'
import { problemsOf } from '../../recording/shut-gates.ts'
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
    switch (result.kind) {
      case 'no-such-case':
        return showNotFound(request, reply)
      case 'not-allowed':
        return showNotAllowed(request, reply)
      case 'kept':
        tell(reply, `Handed in: ${facts.desk.form.title}.`)
        return leadTo(reply, paths.document(record.id, result.id))
      case 'changed-meanwhile': {
        const { writtenBy, writtenAt, version } = result.line
        const who = users.get(writtenBy)?.name ?? 'Somebody'
        const text = `${who} handed in another version on ${timeInWords(writtenAt)}. What you typed is still here: look at theirs, and hand yours in again if it still holds`
        const again = { ...sent, typed: { ...sent.typed, seen: String(version) } }
        const state = sentForm(request, reply, again, [{ field: 'hand-in', text }])
        return show(request, reply, fillFormView(deps.shelf, facts, state, nothing), 422)
      }
      case 'overtaken': {
        const again = { ...sent, typed: { ...sent.typed, known: result.event.id.slice(1) } }
        const problem = overtakenProblem(result, facts.desk.overview, 'hand-in')
        return show(
          request,
          reply,
          fillFormView(deps.shelf, facts, sentForm(request, reply, again, [problem]), nothing),
          422,
        )
      }
      case 'shut':
      case 'problems': {
        const shut = result.kind === 'shut' ? result.gates : []
        if (shut.length > 0) await keepDraft(deps, sessionOf(request).actor, sent)
        const problems = problemsOf(result, { shut, mayGoPast: may.goPast }, record.people).map((one) =>
          shut.length === 0 ? { ...one, field: 'hand-in' } : one,
        )
        const state = sentForm(request, reply, sent, problems)
        return show(request, reply, fillFormView(deps.shelf, facts, state, { shut, leftOver: [] }), 422)
      }
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
    if (wantsRow(sent.typed)) {
      const state = sentForm(request, reply, { ...sent, typed: withRow(sent.typed) }, [])
      return show(request, reply, fillFormView(deps.shelf, facts, state, nothing))
    }
    const read = readSent(facts, sent.typed)
    const handing = handingOf(facts, sent, read)
    if (read.problems.length > 0 || handing === null) {
      const state = sentForm(request, reply, sent, read.problems)
      const left = { shut: [], leftOver: read.leftOver }
      return show(request, reply, fillFormView(deps.shelf, facts, state, left), 422)
    }
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
