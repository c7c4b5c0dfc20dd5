import type { FastifyReply, FastifyRequest } from 'fastify'
import { handIn } from '#casework/documents/hand-in.ts'
import { letterDesk } from '#casework/documents/letter-desk.ts'
import type { LetterDesk } from '#casework/documents/letter-desk.ts'
import { textOf } from '../../forms/field.ts'
import { openForm, sentForm } from '../../forms/form-state.ts'
import { sentIn } from '../../forms/typed.ts'
import type { Sent } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { problemsOf } from '../../recording/shut-gates.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { draftName, filledAgain, opening, readKept, readLetterTyped } from './form.ts'
import { previewView, writeLetterView } from './view.ts'

/** Letters of the procedure: filled in from the record, changed, looked at, kept. */
export const writeLetterRoutes: PageRoutes = (server, deps) => {
  const deskFor = (request: FastifyRequest): Promise<LetterDesk | null> => {
    const { id, letter } = request.params as { readonly id: string; readonly letter: string }
    return letterDesk(deps, sessionOf(request).actor, { caseId: id, letter })
  }

  const keep = async (
    request: FastifyRequest,
    reply: FastifyReply,
    desk: LetterDesk,
    sent: Sent,
    words: { readonly to: string; readonly body: string },
  ): Promise<FastifyReply> => {
    const { record, may } = desk.overview
    const kept = readKept(desk, sent, words)
    if (!kept.ok) {
      const state = sentForm(request, reply, sent, kept.problems)
      return show(request, reply, previewView(desk, state, []), 422)
    }
    const result = await handIn(deps, sessionOf(request).actor, kept.handing)
    switch (result.kind) {
      case 'kept':
        tell(reply, 'The letter is kept with the family’s documents.')
        return leadTo(reply, paths.document(record.id, result.id))
      case 'not-allowed':
        return showNotAllowed(request, reply)
      case 'shut':
      case 'problems': {
        const shut = result.kind === 'shut' ? result.gates : []
        const problems = problemsOf(result, { shut, mayGoPast: may.goPast }, record.people).map((one) =>
          shut.length === 0 ? { ...one, field: 'was-sent' } : one,
        )
        return show(request, reply, previewView(desk, sentForm(request, reply, sent, problems), shut), 422)
      }
      default:
        return showNotFound(request, reply)
    }
  }

  server.get(patterns.writeLetter, async (request, reply) => {
    const desk = await deskFor(request)
    if (desk === null) return showNotFound(request, reply)
    const { record, may } = desk.overview
    if (!may.record) return showNotAllowed(request, reply)
    const form = { form: draftName(desk), revision: record.revision, typed: opening(desk) }
    return show(request, reply, writeLetterView(desk, await openForm(request, reply, deps, form)))
  })

  server.post(patterns.writeLetter, async (request, reply) => {
    const desk = await deskFor(request)
    if (desk === null) return showNotFound(request, reply)
    if (!desk.overview.may.record) return showNotAllowed(request, reply)
    const { typed: all, ...own } = sentIn(request.body)
    const { 'fill-again': again, change, keep: isKept, ...rest } = all
    const sent: Sent = { ...own, typed: again === undefined ? rest : filledAgain(desk, rest) }
    if (again !== undefined || change !== undefined)
      return show(request, reply, writeLetterView(desk, sentForm(request, reply, sent, [])))
    const read = readLetterTyped(desk, sent.typed)
    if (!read.ok)
      return show(request, reply, writeLetterView(desk, sentForm(request, reply, sent, read.problems)), 422)
    if (isKept !== undefined) return keep(request, reply, desk, sent, read)
    const day = textOf(sent.typed, 'sent-day') === '' ? opening(desk) : {}
    const shown = { ...sent, typed: { ...day, ...sent.typed } }
    return show(request, reply, previewView(desk, sentForm(request, reply, shown, []), []))
  })
}
