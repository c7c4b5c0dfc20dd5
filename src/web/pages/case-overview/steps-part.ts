import { html } from '../../components/html.ts'
import type { Html } from '../../components/html.ts'
import type { Overview } from './overview.ts'

/** Steps of a procedure are often numbered already. */
const bare = (title: string): string => title.replace(/^\d+[.)]? +/, '')

/** Where the case stands in the procedure, as a slim line of its steps: of the others, which it has come to. */
export const stepsPart = ({ procedure, standing }: Overview): Html => {
  const { steps } = procedure
  const { step, reached, closed } = standing
  const at = closed ? -1 : steps.findIndex(({ id }) => id === step)
  const current = steps[at]
  const words = closed
    ? 'This case is closed.'
    : current === undefined
      ? 'The first step has not been reached yet.'
      : html`Step ${at + 1} of ${steps.length}: <strong>${bare(current.title)}</strong>`
  const items = steps.map(({ id, title }, i) => {
    const state = i === at ? 'now' : reached.includes(id) ? 'past' : 'ahead'
    const said = state === 'past' && html`<span class="govuk-visually-hidden"> (reached)</span>`
    return html`<li class="app-steps__step app-steps__step--${state}"${i === at && html` aria-current="step"`}><span class="app-steps__title">${bare(title)}</span>${said}</li>`
  })
  return html`<section class="app-where" aria-label="Where it stands in the procedure"><p class="govuk-body app-where__words">${words}</p><ol class="app-steps">${items}</ol></section>`
}
