import type { DocumentOfCase } from '#casework/documents/document-of-case.ts'
import type { UnsignedLine } from '#casework/documents/unsigned-lines.ts'
import { isOutside } from '#casework/access/owners.ts'
import { otherSigners } from '#procedure/rules/form.ts'
import type { Choice } from '../../components/choices.ts'
import { dateInput } from '../../components/date-input.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
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
import { called, eitherOf } from '../../recording/deciding.ts'
import { signsLine } from './form.ts'

const isOne = ({ unsigned }: DocumentOfCase): boolean => unsigned.length === 1

/** Whether nobody signs a line here who signs in. */
const isOnPaper = ({ by }: UnsignedLine, { procedure }: DocumentOfCase): boolean =>
  by.length > 0 && by.every((role) => isOutside(role, procedure))

/** Whose the lines are that the reader does not sign. */
const othersPart = (facts: DocumentOfCase): Part => {
  const { roles } = facts.procedure
  const titleOf = (role: string): string =>
    otherSigners.find((other) => other === role) ?? roles[role] ?? role
  const others = facts.unsigned.filter(({ isMine }) => !isMine)
  return (
    others.length > 0 &&
    insetText({
      text: others.map(
        (line) =>
          html`<p class="govuk-body"><strong>${line.label}</strong> is for ${eitherOf(line.by.map(titleOf))} to sign${isOnPaper(line, facts) && ', on paper'}. ${called(line.signers)}</p>`,
      ),
    })
  )
}

/** Who may have signed on paper. */
const namesOf = ({ record, unsigned }: DocumentOfCase): readonly string[] => [
  ...new Set([...record.people, ...unsigned.flatMap(({ signers }) => signers)].map(({ name }) => name)),
]

const paperPart = (facts: DocumentOfCase, said: Said): Html =>
  html`${
    !isOne(facts) &&
    radios({
      ...said.choice('line'),
      legend: 'What is signed?',
      items: facts.unsigned.map(({ id, label }) => ({ value: id, text: label })),
    })
  }<datalist id="signers">${namesOf(facts).map((name) => html`<option value="${name}"></option>`)}</datalist>${input(
    {
      ...said.text('name'),
      label: 'Who has signed?',
      autocomplete: 'off',
      attributes: { list: 'signers' },
    },
  )}${dateInput({ ...said.date('signed'), legend: 'On which day?' })}`

const mineItem =
  (facts: DocumentOfCase, name: string) =>
  ({ id, label, by }: UnsignedLine): Choice => ({
    value: signsLine(id),
    text: isOne(facts) ? `I do: ${name}` : `I do, on the line “${label}”: ${name}`,
    hint: `You have read the form and agree with what stands in it.${by.length > 0 ? '' : ' Only where this line is yours: nobody signs here for a parent or a child.'}`,
  })

const who = (facts: DocumentOfCase, name: string, said: Said): Html => {
  const mine = facts.unsigned.filter(({ isMine }) => isMine)
  if (mine.length === 0) {
    const isAll = facts.unsigned.every((line) => isOnPaper(line, facts))
    const words = isAll
      ? 'Write down who has signed, and when.'
      : 'They sign when they are signed in. What has been signed on paper, you can write down.'
    return html`<input type="hidden" name="who" value="paper"><p class="govuk-body">${words}</p>${paperPart(facts, said)}`
  }
  return radios({
    ...said.choice('who'),
    legend: 'Who signs?',
    items: [
      ...mine.map(mineItem(facts, name)),
      {
        value: 'paper',
        text: 'Somebody else, who has signed on paper',
        hint: 'The family, for example. You write down who signed, and when.',
        conditional: paperPart(facts, said),
      },
    ],
  })
}

/** The line that is signed, where there is only one. */
const onlyLine = (facts: DocumentOfCase): Part => {
  const [only] = facts.unsigned
  return (
    only !== undefined &&
    isOne(facts) &&
    html`<input type="hidden" name="line" value="${only.id}">${only.isMine && html`<p class="govuk-body">What is signed: <strong>${only.label}</strong></p>`}`
  )
}

/** The page on which a form is signed, for whoever is signed in and of this name. */
export const signDocumentView = (facts: DocumentOfCase, name: string, state: FormState): Page => {
  const { record, document, unsigned } = facts
  const said = saidIn(state.typed, state.problems)
  const back = paths.document(record.id, document.id)
  const version = textOf(state.typed, 'version') || String(document.version)
  const form = formFrame(state, {
    questions: html`<input type="hidden" name="version" value="${version}">${onlyLine(facts)}${othersPart(facts)}${who(facts, name, said)}`,
    submit: unsigned.some(({ isMine }) => isMine) ? 'Sign' : 'Write this down',
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
