import type { FastifyRequest } from 'fastify'
import { correctEvent } from '#casework/changes/correct-event.ts'
import { documentOfCase } from '#casework/documents/document-of-case.ts'
import { ownDraft } from '../../forms/draft-tab.ts'
import { dropDraft } from '../../forms/drop-draft.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { aboutEntry } from '../../recording/about-entry.ts'
import { answerUnchanged } from '../../recording/answer-unchanged.ts'
import { wantsRow, withRow } from '../../recording/rows.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { correctionFacts, readCorrection } from './form.ts'
import type { CorrectionFacts } from './form.ts'
import { correctView } from './view.ts'

const formName = ({ overview, entry }: CorrectionFacts): string =>
  `correct:${overview.record.id}:${entry.event.id}`

/** Correcting an entry of the record, on the form on which it was recorded. */
export const correctRoutes: PageRoutes = (server, deps) => {
  const withFacts = aboutEntry(deps, correctionFacts)

  /** Where the form that the entry came with says something else now, it is the next to be looked at. */
  const formToChange = async (
    request: FastifyRequest,
    { overview: { record }, entry }: CorrectionFacts,
  ): Promise<string | null> => {
    const { document: id } = entry.event.data
    if (typeof id !== 'string') return null
    const found = await documentOfCase(deps, sessionOf(request).actor, { caseId: record.id, id })
    return found?.otherwise?.entry.id === entry.event.id ? paths.document(record.id, id) : null
  }

  server.get(patterns.correct, (request, reply) =>
    withFacts(request, reply, async (facts) => {
      const { revision } = facts.overview.record
      const opening = { form: formName(facts), revision, typed: facts.typed }
      return show(request, reply, correctView(facts, await openForm(request, reply, deps, opening)))
    }),
  )

  server.post(patterns.correct, (request, reply) =>
    withFacts(request, reply, async (facts) => {
      const { actor } = sessionOf(request)
      const sent = sentIn(request.body)
      const draw = (state: FormState) => correctView(facts, state)
      if (wantsRow(sent.typed))
        return showSent(request, reply, { sent, draw, typed: withRow(sent.typed), problems: [] })
      const read = readCorrection(facts, sent)
      if (!read.ok) return showSent(request, reply, { sent, draw, problems: read.problems })
      const result = await correctEvent(deps, actor, read.asked)
      if (result.kind !== 'recorded')
        return answerUnchanged(deps, request, reply, result, {
          sent,
          entry: facts.entry,
          of: facts.overview,
          draw: (state, undone) => correctView(facts, state, undone),
        })
      await dropDraft(deps, actor, ownDraft(sent, formName(facts)), sent.key)
      tell(reply, 'The correction is on record. What is due has been worked out again.')
      return leadTo(reply, (await formToChange(request, facts)) ?? paths.timeline(facts.overview.record.id))
    }),
  )
}
