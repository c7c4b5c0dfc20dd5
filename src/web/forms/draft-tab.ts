/** What marks the draft of one tab where another tab has saved its own under the form's name. */
const mark = /:(tab-[0-9a-f]{12})$/

/** The name under which a draft of another page is kept beside the one that has the form's name. */
export const tabName = (form: string, page: string): string =>
  `${form.replace(mark, '')}:tab-${page.replaceAll('-', '').slice(-12).toLowerCase()}`

/** The form of a tab's draft and which it is; undefined for the form's only one. */
export const tabOf = (form: string): { readonly form: string; readonly tab: string | undefined } => ({
  form: form.replace(mark, ''),
  tab: mark.exec(form)?.[1],
})

/** The draft that a request asks for by `?draft=tab-...`, where it says so soundly. */
export const tabAsked = (form: string, asked: unknown): string =>
  typeof asked === 'string' && mark.test(`:${asked}`) ? `${form}:${asked}` : form

/** The draft that a page was working on: the form's, or that of its tab. */
export const ownDraft = (sent: { readonly form: string | null }, form: string): string =>
  sent.form !== null && tabOf(sent.form).form === form ? sent.form : form
