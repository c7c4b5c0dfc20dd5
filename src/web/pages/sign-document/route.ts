import type { FastifyReply, FastifyRequest } from 'fastify'
import { documentOfCase } from '#casework/documents/document-of-case.ts'
import type { DocumentOfCase } from '#casework/documents/document-of-case.ts'
import { signDocument } from '#casework/documents/sign-document.ts'
import { openForm } from '../../forms/form-state.ts'
import { showSent } from '../../forms/show-sent.ts'
import type { Draw } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { answerRefused } from '../../recording/answer-refused.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { openingSigning, readSigning, signedAlready } from './form.ts'
import { signDocumentView } from './view.ts'

const refused = {
  'changed-meanwhile':
    'The form was changed since you opened this page. Read it as it is now, and sign that version',
  'signed-already': signedAlready,
  'not-theirs':
    'This line is for somebody else to sign. The page says for whom: ask them, or write down what they have signed on paper',
} as const

/** Signing a form that was handed in. */
export const signDocumentRoutes: PageRoutes = (server, deps) => {
  const withForm = async (
    request: FastifyRequest,
    reply: FastifyReply,
    answer: (facts: DocumentOfCase) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const { id, document } = request.params as { readonly id: string; readonly document: string }
    const facts = await documentOfCase(deps, sessionOf(request).actor, { caseId: id, id: document })
    if (facts === null || facts.document.kind !== 'form' || facts.story.withdrawn)
      return showNotFound(request, reply)
    return facts.may.record ? answer(facts) : showNotAllowed(request, reply)
  }

  server.get(patterns.signDocument, (request, reply) =>
    withForm(request, reply, async (facts) => {
      const state = await openForm(request, reply, deps, { form: null, typed: openingSigning(facts) })
      return show(request, reply, signDocumentView(facts, sessionOf(request).actor.name, state))
    }),
  )

  server.post(patterns.signDocument, (request, reply) =>
    withForm(request, reply, async (facts) => {
      const { actor } = sessionOf(request)
      const sent = sentIn(request.body)
      const draw: Draw = (state) => signDocumentView(facts, actor.name, state)
      const read = readSigning(facts, sent)
      if (!read.ok) return showSent(request, reply, { sent, draw, problems: read.problems })
      const result = await signDocument(deps, actor, read.signing)
      switch (result.kind) {
        case 'recorded':
          tell(reply, 'The form is signed.')
          return leadTo(reply, paths.document(facts.record.id, facts.document.id))
        case 'changed-meanwhile':
        case 'signed-already':
        case 'not-theirs': {
          const typed = { ...sent.typed, version: String(facts.document.version) }
          const problems = [{ field: 'sign', text: refused[result.kind] }]
          return showSent(request, reply, { sent, draw, problems, typed, status: 409 })
        }
        default:
          return answerRefused(deps, request, reply, result, {
            sent,
            draw,
            people: facts.record.people,
            at: { shut: 'sign', problems: 'sign' },
          })
      }
    }),
  )
}
