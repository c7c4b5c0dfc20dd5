import type { DocumentOfCase } from '#casework/documents/document-of-case.ts'
import { dateInput } from '../../components/date-input.ts'
import { html } from '../../components/html.ts'
import type { Html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { link } from '../../components/link.ts'
import { radios } from '../../components/radios.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import type { Said } from '../../forms/said.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

const line = ({ unsigned }: DocumentOfCase, said: Said): Html => {
  const [only] = unsigned
  if (unsigned.length === 1 && only !== undefined)
    return html`<input type="hidden" name="line" value="${only.id}"><p class="govuk-body">What is signed: <strong>${only.label}</strong></p>`
  return radios({
    ...said.choice('line'),
    legend: 'What is signed?',
    items: unsigned.map(({ id, label }) => ({ value: id, text: label })),
  })
}

const who = ({ record }: DocumentOfCase, name: string, said: Said): Html =>
  radios({
    ...said.choice('who'),
    legend: 'Who signs?',
    items: [
      {
        value: 'self',
        text: `I do: ${name}`,
        hint: 'You have read the form and agree with what stands in it. Only on a line that is yours: nobody signs here for a parent or a child.',
      },
      {
        value: 'paper',
        text: 'Somebody else, who has signed on paper',
        hint: 'The family, for example. You write down who signed, and when.',
        conditional: html`<datalist id="signers">${record.people.map((person) => html`<option value="${person.name}"></option>`)}</datalist>${input(
          {
            ...said.text('name'),
            label: 'Who has signed?',
            autocomplete: 'off',
            attributes: { list: 'signers' },
          },
        )}${dateInput({ ...said.date('signed'), legend: 'On which day?' })}`,
      },
    ],
  })

/** The page on which a form is signed, for whoever is signed in and of this name. */
export const signDocumentView = (facts: DocumentOfCase, name: string, state: FormState): Page => {
  const { record, document, unsigned } = facts
  const said = saidIn(state.typed, state.problems)
  const back = paths.document(record.id, document.id)
  const version = textOf(state.typed, 'version') || String(document.version)
  const form = formFrame(state, {
    questions: html`<input type="hidden" name="version" value="${version}">${line(facts, said)}${who(facts, name, said)}`,
    submit: 'Sign',
  })
  return {
    title: 'Sign a form',
    section: 'families',
    back: { href: back, text: 'Back to the form' },
    problems: state.problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">Sign: ${document.title}</h1><span id="sign" tabindex="-1"></span>${
      unsigned.length === 0
        ? insetText({ text: 'Nothing is left to be signed in this version.' })
        : html`<p class="govuk-body">${link({ href: back, text: 'Read the form' })} first. A signature is for version ${version} of it: when the form is changed, it is signed again. The name and the moment stay on record.</p>${form}`
    }`,
  }
}
