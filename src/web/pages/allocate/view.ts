import type { Candidate } from '#casework/allocation/allocation-desk.ts'
import { outsideName } from '#casework/allocation/outside-worker.ts'
import type { ShutGate } from '#casework/recording/recording.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { html } from '../../components/html.ts'
import type { Html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { pathToRecord } from '../../family/ways-to-record.ts'
import { formFrame } from '../../forms/form-frame.ts'
import { textOf } from '../../forms/field.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Said } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { drawBeside } from '../../recording/beside-form.ts'
import { drawQuestion } from '../../recording/draw-question.ts'
import { drawShut } from '../../recording/shut-gates.ts'
import { supplyLinks } from '../../recording/supply-links.ts'
import { drawWhen } from '../../recording/when-it-happened.ts'
import type { GivingFacts } from './form.ts'

const busy = ({ families, overdue }: Candidate): string => {
  const count = families === 0 ? 'No families' : families === 1 ? '1 family' : `${families} families`
  return overdue === 0 ? `${count}, nothing overdue.` : `${count}, ${overdue} overdue.`
}

const about = (one: Candidate, procedure: Procedure): string =>
  one.fromOutside ? `${outsideName(procedure)}. ${busy(one)}` : busy(one)

const drawWorkers = (candidates: readonly Candidate[], procedure: Procedure, said: Said): Html =>
  candidates.length === 0
    ? html`<p class="govuk-body" id="worker"><strong>There is nobody else in this team to choose.</strong> An administrator can add people to it.</p>`
    : radios({
        ...said.choice('worker'),
        legend: { text: 'Who will work with the family?', classes: 'govuk-fieldset__legend--m' },
        hint: 'Those with the fewest families come first.',
        items: candidates.map((one) => ({
          value: one.user.user,
          text: one.user.name,
          hint: about(one, procedure),
        })),
      })

/** The page on which a family is given to a worker. */
export const givingView = (facts: GivingFacts, state: FormState, shut: readonly ShutGate[]): Page => {
  const { giving, overview, beside, candidates, questions } = facts
  const { record, may, users, procedure } = overview
  const { typed, problems } = state
  const said = saidIn(typed, problems)
  const supply = supplyLinks(procedure, (type) => pathToRecord(record.id, type))
  const drawing = { said, typed, seen: null }
  const title = giving === 'allocate' ? 'Give the family to a worker' : 'Pass the family to another worker'
  const now = record.worker === null ? undefined : users.get(record.worker)?.name
  const form = formFrame(state, {
    questions: html`<input type="hidden" name="was" value="${textOf(typed, 'was')}">${drawShut({ shut, mayGoPast: may.goPast }, record.people, said, supply)}${drawWorkers(candidates, procedure, said)}${questions.map((question) => drawQuestion(question, drawing))}${drawWhen(said, giving === 'allocate' ? 'When was it allocated?' : 'When was it passed on?')}`,
    submit: giving === 'allocate' ? 'Give to this worker' : 'Pass to this worker',
  })
  return {
    title,
    section: 'families',
    wide: true,
    back: { href: paths.family(record.id), text: 'Back to the family' },
    problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">${title}</h1>${
      now !== undefined &&
      html`<p class="govuk-body">${now} works with the family now. ${giving === 'allocate' ? 'Keep this worker to add what was left out, such as the direction. With another one, what' : 'What'} is due moves to the new worker’s list.</p>`
    }<div class="app-two"><div class="app-two__main">${form}</div>${drawBeside(beside, record.people, supply, record.id)}</div>`,
  }
}
