import type { FastifyReply, FastifyRequest } from 'fastify'
import { handIn } from '#casework/documents/hand-in.ts'
import { letterDesk } from '#casework/documents/letter-desk.ts'
import type { LetterDesk } from '#casework/documents/letter-desk.ts'
import { textOf } from '../../forms/field.ts'
import { openForm } from '../../forms/form-state.ts'
import type { Draw } from '../../forms/show-sent.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import type { Sent } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { answerRefused } from '../../recording/answer-refused.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { draftName, filledAgain, opening, readKept, readLetterTyped, withAnswers } from './form.ts'
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
      const draw: Draw = (state) => previewView(desk, state, [])
      return showSent(request, reply, { sent, draw, problems: kept.problems })
    }
    const result = await handIn(deps, sessionOf(request).actor, kept.handing)
    switch (result.kind) {
      case 'kept':
        tell(reply, 'The letter is kept with the family’s documents.')
        return leadTo(reply, paths.document(record.id, result.id))
      case 'changed-meanwhile':
      case 'overtaken':
        return showNotFound(request, reply)
      default:
        return answerRefused(deps, request, reply, result, {
          sent,
          people: record.people,
          mayGoPast: may.goPast,
          at: { problems: 'was-sent' },
          draw: (state, shut) => previewView(desk, state, shut),
        })
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
    const sent: Sent = { ...own, typed: withAnswers(again === undefined ? rest : filledAgain(desk, rest)) }
    const draw: Draw = (state) => writeLetterView(desk, state)
    if (again !== undefined || change !== undefined)
      return showSent(request, reply, { sent, draw, problems: [] })
    const read = readLetterTyped(desk, sent.typed)
    if (!read.ok) return showSent(request, reply, { sent, draw, problems: read.problems })
    if (isKept !== undefined) return keep(request, reply, desk, sent, read)
    const day = textOf(sent.typed, 'sent-day') === '' ? opening(desk) : {}
    return showSent(request, reply, {
      sent,
      typed: { ...day, ...sent.typed },
      problems: [],
      draw: (state) => previewView(desk, state, []),
    })
  })
}
