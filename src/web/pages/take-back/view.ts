import type { StoredEvent } from '#casework/case/case-record.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { textarea } from '../../components/textarea.ts'
import { differences, differencesPart, entryFacts } from '../../family/entry-facts.ts'
import { factsOf } from '../../family/event-facts.ts'
import { happened } from '../../family/happened.ts'
import { namesIn } from '../../family/names.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { drawUndone } from '../../recording/undoes.ts'
import { timeInWords } from '../../time-in-words.ts'
import type { TakeBackFacts } from './form.ts'

const words: Readonly<
  Record<TakeBackFacts['what'], { readonly title: string; readonly says: string; readonly submit: string }>
> = {
  entry: {
    title: 'Take back',
    says: 'For what was recorded in error, such as on the wrong family. It stays to be read, marked as taken back, and counts no longer.',
    submit: 'Take it back',
  },
  correction: {
    title: 'Take a correction back',
    says: 'What the entry said before holds again. The correction stays to be read.',
    submit: 'Take the correction back',
  },
  'taking-back': {
    title: 'Put back',
    says: 'The entry counts again, as if it had never been taken back.',
    submit: 'Put it back',
  },
  'taking-correction-back': {
    title: 'Put a correction back',
    says: 'What the correction says holds again.',
    submit: 'Put the correction back',
  },
}

const shown = ({ looked, entry, event, what }: TakeBackFacts): Part => {
  const { procedure } = looked
  const names = namesIn(looked)
  const change = entry.changes.find((one) => one.event === event)
  if (what === 'correction' && change !== undefined)
    return differencesPart(differences(entry.event.type, change.before, change.after, procedure, names))
  return entryFacts(factsOf(entry.event, procedure, names))
}

/** The page on which something recorded in error is taken back, or put back. */
export const takeBackView = (
  facts: TakeBackFacts,
  state: FormState,
  undone: readonly StoredEvent[] = [],
): Page => {
  const { looked, entry, what } = facts
  const { record, procedure, users } = looked
  const { typed, problems } = state
  const said = saidIn(typed, problems)
  const { title, says, submit } = words[what]
  const by = entry.event.writtenBy === null ? undefined : users.get(entry.event.writtenBy)?.name
  const seen = Number(textOf(typed, 'changes-seen') || entry.changes.length)
  const heading = `${title}: ${happened(entry.event.type, procedure)}`
  return {
    title: heading,
    section: 'families',
    back: { href: paths.timeline(record.id), text: 'Back to the timeline' },
    problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">${heading}</h1><p class="govuk-body">${says}</p><div class="app-quoted" id="entry"><p class="govuk-body-s">${timeInWords(entry.event.at)}${by !== undefined && `. Written down by ${by}`}</p>${shown(facts)}</div>${formFrame(
      state,
      {
        questions: html`<input type="hidden" name="changes-seen" value="${seen}">${drawUndone(undone, said)}${textarea(
          {
            ...said.text('why'),
            label: { text: 'Why?', classes: 'govuk-label--m' },
            hint: 'It stays on record with your name.',
            rows: 3,
          },
        )}`,
        submit,
      },
    )}`,
  }
}
