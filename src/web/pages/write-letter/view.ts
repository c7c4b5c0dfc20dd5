import { gapsIn } from '#casework/documents/fill-letter.ts'
import type { LetterDesk } from '#casework/documents/letter-desk.ts'
import type { ShutGate } from '#casework/recording/recording.ts'
import { capital } from '#procedure/in-words.ts'
import { button } from '../../components/button.ts'
import { dateInput } from '../../components/date-input.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { textarea } from '../../components/textarea.ts'
import { prose } from '../../family/prose.ts'
import { pathToRecord } from '../../family/ways-to-record.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Said } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { sendOnEnter } from '../../recording/rows.ts'
import { drawShut } from '../../recording/shut-gates.ts'
import { supplyLinks } from '../../recording/supply-links.ts'
import { questionOf } from './form.ts'

const heading = ({ overview: { record }, letter }: LetterDesk): Html =>
  html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">${letter.by === 'email' ? 'Message' : 'Letter'}: ${letter.title}</h1>`

const frame = ({ overview: { record }, letter }: LetterDesk): Omit<Page, 'body'> => ({
  title: letter.title,
  section: 'families',
  wide: true,
  back: { href: paths.documents(record.id), text: 'Back to the family’s documents' },
})

/** What takes more than a line. */
const long: ReadonlySet<string> = new Set([
  'address',
  'reason',
  'outcome',
  'next steps',
  'services',
  'actions',
])

/** A question for each thing that the letter needs and the record does not have: typed once, it stands wherever it belongs. */
const gapsPart = (body: string, said: Said): Part => {
  const gaps = gapsIn(body)
  const question = (gap: string): Html => {
    const all = { ...said.text(questionOf(gap)), label: capital(gap) }
    return long.has(gap) ? textarea({ ...all, rows: 3 }) : input({ ...all, autocomplete: 'off' })
  }
  return (
    gaps.length > 0 &&
    html`<section class="app-form-way" aria-labelledby="gaps"><h2 class="govuk-heading-s" id="gaps">Not on record: please type</h2><p class="govuk-body-s">What you type here is put into the letter wherever it is marked with <span class="app-gap">[[ ]]</span>.</p>${gaps.map(question)}</section>`
  )
}

/** The page on which a letter is written: filled in from the record, to be changed as one likes. */
export const writeLetterView = (desk: LetterDesk, state: FormState): Page => {
  const { typed, problems } = state
  const said = saidIn(typed, problems)
  const questions = html`${sendOnEnter}<datalist id="recipients">${desk.recipients.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>${input(
    {
      ...said.text('to'),
      label: 'To whom',
      autocomplete: 'off',
      attributes: { list: 'recipients' },
    },
  )}${button({
    text: 'Fill in again for this name',
    name: 'fill-again',
    value: 'yes',
    classes: 'govuk-button--secondary app-button--small',
  })}<p class="govuk-hint">This replaces the words below.</p>${gapsPart(textOf(typed, 'body'), said)}${textarea(
    {
      ...said.text('body'),
      label: 'The letter',
      hint: 'Change it as you like. An empty line begins a new paragraph; **two stars** make words bold. A protected address stands on no letter.',
      rows: 22,
    },
  )}`
  return {
    ...frame(desk),
    problems,
    body: html`${heading(desk)}<div class="app-two__main"><p class="govuk-body">What is on record has been filled in. Look at it before you keep it; nothing is sent from here.</p>${formFrame(state, { questions, submit: 'Look at the letter' })}</div>`,
  }
}

const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

/** The letter as it will be kept and printed, with the question whether it has been sent. */
export const previewView = (desk: LetterDesk, state: FormState, shut: readonly ShutGate[]): Page => {
  const { overview, letter } = desk
  const { typed, problems } = state
  const said = saidIn(typed, problems)
  const body = textOf(typed, 'body')
  const supply = supplyLinks(overview.procedure, (type) => pathToRecord(overview.record.id, type))
  const passing = { shut, mayGoPast: overview.may.goPast }
  const questions = html`${hidden('keep', 'yes')}${hidden('to', textOf(typed, 'to'))}${hidden('body', body)}${drawShut(passing, overview.record.people, said, supply)}${radios(
    {
      ...said.choice('was-sent'),
      legend: `Has the ${letter.by === 'email' ? 'message' : 'letter'} been sent?`,
      items: [
        {
          value: 'yes',
          text: 'Yes: record it as sent',
          conditional: dateInput({ ...said.date('sent'), legend: 'When was it sent?' }),
        },
        { value: 'no', text: 'Not yet: keep it with the family’s documents' },
      ],
    },
  )}<p class="govuk-body app-noprint">${button({
    text: 'Change the words',
    name: 'change',
    value: 'yes',
    classes: 'govuk-button--secondary app-button--small',
  })}</p>`
  return {
    ...frame(desk),
    problems,
    body: html`<div class="app-document app-document--letter"><div class="app-document__head">${heading(desk)}<p class="govuk-body">This is how it prints. Nothing is kept yet.</p></div><div class="app-letter">${prose(body)}</div></div><div class="app-noprint app-two__main app-after-letter">${formFrame(state, { questions, submit: 'Keep this letter' })}</div>`,
  }
}
