import type { Instant } from '#calendar/instant.ts'
import { button, buttonGroup } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Page } from '../../layout.ts'
import { timeInWords } from '../../time-in-words.ts'

export type AlreadySent = {
  /** When the page was first sent. */
  readonly at: Instant
  /** Whether it is an entry on a timeline, which can be corrected. */
  readonly isEntry: boolean
  /** Where what it held then can be read. */
  readonly recordedAt: string | null
  /** The page with what was changed since, kept as a draft; null where nothing could be kept. */
  readonly draftAt: string | null
}

/** For a page that was sent before and has been changed since: nothing is recorded twice, and nothing typed is lost. */
export const alreadySentView = ({ at, isEntry, recordedAt, draftAt }: AlreadySent): Page => {
  const title = 'You have sent this page before'
  const correct =
    isEntry &&
    html`<p class="govuk-body">If something in it was wrong, correct the entry on the timeline.</p>`
  const more =
    draftAt === null
      ? html`<p class="govuk-body">What you have changed in it since then is not recorded. Go back to copy anything long that you typed.</p>`
      : html`<p class="govuk-body">What you have changed in it since then is not recorded. It is kept as a draft: open it to record it as well, or to throw it away.</p>`
  return {
    title,
    body: html`<h1 class="govuk-heading-l">${title}</h1><p class="govuk-body">What you sent first was recorded on ${timeInWords(at)}.</p>${correct}${more}${buttonGroup(
      recordedAt !== null &&
        button({ text: isEntry ? 'Read the entry' : 'Read what is on record', href: recordedAt }),
      draftAt !== null &&
        button({ text: 'Open the draft', href: draftAt, classes: 'govuk-button--secondary' }),
    )}`,
  }
}
