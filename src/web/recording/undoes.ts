import type { StoredEvent } from '#casework/case/case-record.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { happened } from '../family/happened.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Said } from '../forms/said.ts'
import { timeInWords } from '../time-in-words.ts'

/** What a correction or taking back would make count no longer, as problems that lead to the box below. */
export const undoneProblems = (
  events: readonly StoredEvent[],
  procedure: Pick<Procedure, 'words'>,
): readonly FieldProblem[] =>
  events.map(({ type, at }) => ({
    field: 'knowing',
    text: `Without it the procedure would refuse: ${happened(type, procedure)}, ${timeInWords(at)}`,
  }))

/** Asks whether it is meant, where other entries would count no longer. */
export const drawUndone = (events: readonly StoredEvent[], said: Said): Html | null =>
  events.length === 0
    ? null
    : html`<div class="app-gate" id="gate" tabindex="-1"><h2 class="govuk-heading-m">Other entries rest on this one</h2><p class="govuk-body">Nothing was recorded yet. The entries named above stay to be read, but the procedure counts them no longer, and what is due follows from that.</p>${checkboxes(
        {
          ...said.several('knowing'),
          items: [{ value: 'yes', text: 'Yes, record it all the same' }],
        },
      )}</div>`
