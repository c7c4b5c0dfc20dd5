import type { FastifyRequest } from 'fastify'
import { documentOfCase } from '#casework/documents/document-of-case.ts'
import type { DocumentOfCase } from '#casework/documents/document-of-case.ts'
import { returnDocument } from '#casework/documents/return-document.ts'
import { narrative } from '../../forms/fields.ts'
import { openForm } from '../../forms/form-state.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { Draw } from '../../forms/show-sent.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { answerRefused } from '../../recording/answer-refused.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { returnDocumentView } from './view.ts'

/** Giving a form back to be changed: for managers and senior practitioners. */
export const returnDocumentRoutes: PageRoutes = (server, deps) => {
  const factsFor = (request: FastifyRequest): Promise<DocumentOfCase | null> => {
    const { id, document } = request.params as { readonly id: string; readonly document: string }
    return documentOfCase(deps, sessionOf(request).actor, { caseId: id, id: document })
  }

  server.get(patterns.returnDocument, async (request, reply) => {
    const facts = await factsFor(request)
    if (facts === null || facts.document.kind !== 'form') return showNotFound(request, reply)
    if (!facts.may.returnDocument) return showNotAllowed(request, reply)
    const state = await openForm(request, reply, deps, { form: null })
    return show(request, reply, returnDocumentView(facts, state))
  })

  server.post(patterns.returnDocument, async (request, reply) => {
    const facts = await factsFor(request)
    if (facts === null || facts.document.kind !== 'form') return showNotFound(request, reply)
    if (!facts.may.returnDocument) return showNotAllowed(request, reply)
    const sent = sentIn(request.body)
    const read = readFields(sent.typed, {
      reason: narrative({ needed: 'Enter what is to be changed', name: 'What is to be changed' }),
    })
    const draw: Draw = (state) => returnDocumentView(facts, state)
    if (!read.ok) return showSent(request, reply, { sent, draw, problems: read.problems })
    const { record } = facts
    const result = await returnDocument(deps, sessionOf(request).actor, {
      caseId: record.id,
      key: sent.key,
      document: facts.document.id,
      reason: read.values.reason,
    })
    if (result.kind !== 'recorded')
      return answerRefused(deps, request, reply, result, { sent, draw, people: record.people })
    tell(reply, 'The form was returned to be changed.')
    return leadTo(reply, paths.document(record.id, facts.document.id))
  })
}
