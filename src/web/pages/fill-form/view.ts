import { besideRecording } from '#casework/asking/beside-recording.ts'
import type { Beside } from '#casework/asking/beside-recording.ts'
import { meanwhile } from '#casework/recording/meanwhile.ts'
import type { ShutGate } from '#casework/recording/recording.ts'
import type { Deps } from '#casework/deps.ts'
import { dayOf } from '#calendar/instant.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { returnedWords } from '../../family/returned-words.ts'
import { pathToRecord } from '../../family/ways-to-record.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import { decidingOf } from '../../filling/asked-beside.ts'
import { contentsOf, drawForm } from '../../filling/draw-form.ts'
import { handInPart } from '../../filling/hand-in-part.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { drawBeside, drawMeanwhile } from '../../recording/beside-form.ts'
import { drawDeciding } from '../../recording/deciding.ts'
import { sendOnEnter } from '../../recording/rows.ts'
import { canPass, drawShut } from '../../recording/shut-gates.ts'
import { supplyLinks } from '../../recording/supply-links.ts'
import type { FormFacts } from './form.ts'

/** What the procedure says of the events that the form records, and the quality points that belong to the form. */
const besideForm = (shelf: Deps['shelf'], { desk }: FormFacts): Beside => {
  const { record, standing, procedure } = desk.overview
  const all = desk.form.records.map(({ event }) => besideRecording(shelf, record, standing, event))
  const own = procedure.checklists.filter(
    ({ id, form }) => desk.form.checklists.includes(id) || form === desk.form.id,
  )
  const uses = procedure.formUses.filter(({ form }) => form === desk.form.id).map(({ clause }) => clause)
  const one = <T>(lists: readonly (readonly T[])[]): readonly T[] => [...new Set(lists.flat())]
  return {
    expected: one(all.map(({ expected }) => expected)),
    clauses: one([
      procedure.clauses.filter(({ id }) => uses.includes(id)),
      ...all.map(({ clauses }) => clauses),
    ]),
    prompts: one(all.map(({ prompts }) => prompts)),
    checklists: one([own, ...all.map(({ checklists }) => checklists)]),
    forms: [],
    letters: one(all.map(({ letters }) => letters)),
    shut: all.length === 1 ? (all[0]?.shut ?? []) : [],
  }
}

const leftOverPart = (leftOver: readonly string[]): Part =>
  leftOver.length > 0 &&
  insetText({
    id: 'left-over',
    attributes: { tabindex: -1 },
    text: html`<p class="govuk-body">This was typed and has no place in the form any more. It is not handed in: copy what you need of it.</p>${leftOver.map((words) => html`<p class="govuk-body app-lines">${words}</p>`)}`,
  })

const intro = ({ desk }: FormFacts): Html =>
  html`${desk.form.about !== '' && html`<p class="govuk-body-l">${desk.form.about}</p>`}<p class="govuk-body">What is on record already has been filled in: check it. You can save a draft at any time and come back to it from your work or from the family’s documents. Answer everything that is not marked as optional before you hand it in.</p>`

/** What is to be changed stands where it is changed. */
const returnedPart = ({ desk: { returned, overview } }: FormFacts): Part =>
  returned !== null &&
  insetText({ text: returnedWords(returned, overview.users.get(returned.writtenBy ?? '')?.name ?? null) })

/** Told before anything is typed, to those who cannot hand it in. */
const notTheirs = ({ desk, asked }: FormFacts, state: FormState): Part => {
  const deciding = decidingOf(asked)
  return (
    deciding?.standing === 'not theirs' &&
    drawDeciding(deciding, {
      procedure: desk.overview.procedure,
      always: false,
      said: saidIn(state.typed, state.problems),
      hasReason: false,
    })
  )
}

/** The page on which a form is filled in, or one that was handed in is changed. */
export const fillFormView = (
  shelf: Deps['shelf'],
  facts: FormFacts,
  state: FormState,
  { shut, leftOver }: { readonly shut: readonly ShutGate[]; readonly leftOver: readonly string[] },
): Page => {
  const { desk } = facts
  const { overview, form, children, of } = desk
  const { record, procedure, now, users, may } = overview
  const { typed, problems } = state
  const people = record.people.filter(({ until }) => until === null)
  const known = Number(textOf(typed, 'known') || record.events.length)
  const names = [
    ...new Set([...people.map(({ name }) => name), ...[...users.values()].map(({ name }) => name)]),
  ]
  const passing = { shut, mayGoPast: may.goPast }
  const supply = supplyLinks(procedure, (type) => pathToRecord(record.id, type))
  const questions = html`${sendOnEnter}<input type="hidden" name="known" value="${known}">${drawShut(
    passing,
    people,
    saidIn(typed, problems),
    supply,
  )}${drawForm({ form, typed, problems, children, names, today: dayOf(now) })}${handInPart(facts, state, canPass(passing))}`
  return {
    title: of === null ? form.title : `Change: ${form.title}`,
    section: 'families',
    wide: true,
    back: { href: paths.documents(record.id), text: 'Back to the family’s documents' },
    problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">${of === null ? form.title : `Change: ${form.title}`}</h1>${drawMeanwhile(
      of === null ? meanwhile(record, known) : [],
      users,
      procedure,
    )}${returnedPart(facts)}${leftOverPart(leftOver)}${notTheirs(facts, state)}<div class="app-two"><div class="app-two__main">${intro(facts)}${contentsOf(form, [['hand-in', 'Hand in']])}${formFrame(state, { questions, submit: 'Hand in' })}</div>${drawBeside(besideForm(shelf, facts), people, supply, record.id)}</div>`,
  }
}
