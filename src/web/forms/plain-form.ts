import { button } from '../components/button.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'

/** The token that shows that a form is ours. */
export const forgeryField = (csrf: string): Html => html`<input type="hidden" name="_csrf" value="${csrf}">`

/** The page to go on to after signing in. */
export const nextField = (next: string | undefined): Part =>
  next !== undefined && html`<input type="hidden" name="next" value="${next}">`

type PlainForm = {
  readonly action: string
  readonly csrf: string
  readonly next?: string | undefined
  readonly questions: Part
  readonly submit: string
  /** More classes for its button. */
  readonly classes?: string | undefined
}

/** A form for somebody who is not signed in: without a draft, and with nothing to be recorded twice. */
export const plainForm = ({ action, csrf, next, questions, submit, classes }: PlainForm): Html =>
  html`<form method="post" action="${action}" novalidate>${forgeryField(csrf)}${nextField(next)}
${questions}${button({ text: submit, classes })}</form>`
