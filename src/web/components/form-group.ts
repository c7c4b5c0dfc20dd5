import { errorMessage } from './error-message.ts'
import { hint } from './hint.ts'
import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

/** What every question has beside its controls. */
export type Asked = {
  readonly hint?: Part
  /** What is wrong with the answer, in words for the person. */
  readonly error?: Part
  /** Ids of other elements that describe the control. */
  readonly describedBy?: string | undefined
  readonly formGroup?: Common | undefined
}

export const isSaid = (part: Part): boolean =>
  part !== undefined && part !== null && part !== false && String(part) !== ''

/** Hint and error of a question, and the ids by which its control refers to them. */
export const describe = (
  id: string,
  asked: Asked,
): { readonly by: string | undefined; readonly said: Html } => {
  const hintId = isSaid(asked.hint) && `${id}-hint`
  const errorId = isSaid(asked.error) && `${id}-error`
  return {
    by: classNames(asked.describedBy, hintId, errorId) || undefined,
    said: html`${hintId !== false && hint({ id: hintId, text: asked.hint })}${
      errorId !== false && errorMessage({ id: errorId, text: asked.error })
    }`,
  }
}

/** The box around one question, marked when its answer is wrong. */
export const formGroup = ({ error, formGroup: group }: Asked, inside: Part): Html => {
  const names = classNames('govuk-form-group', isSaid(error) && 'govuk-form-group--error', group?.classes)
  return html`<div${attributes({ class: names, ...group?.attributes })}>${inside}</div>`
}
