import { dayInWords } from '#calendar/day-in-words.ts'
import type { WatchStanding } from '#engine/watches-now.ts'
import { counted } from '#procedure/in-words.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import type { Overview } from './overview.ts'

const words = ({ watch, last, since, days, count, reached }: WatchStanding): string | null => {
  switch (watch.of.kind) {
    case 'last':
      return last === null ? null : `last on ${dayInWords(last.day)}`
    case 'length': {
      if (since === null || days === null) return null
      const mark = reached.at(-1)
      return `since ${dayInWords(since)}, ${counted(days, 'day')}${mark === undefined ? '' : `: longer than ${mark}`}`
    }
    case 'count':
      return count === null || count === 0 ? null : `${count} of ${watch.of.reaches}`
  }
}

/** What the procedure keeps in view of the case as a whole: how long it has been open, how many reviews there were. */
export const watchesPart = ({ standing }: Overview): Part => {
  const rows = standing.watches
    .filter(({ subject }) => subject.kind === 'case')
    .flatMap((one) => {
      const said = words(one)
      return said === null ? [] : [html`<div><dt>${one.watch.title}</dt><dd>${said}</dd></div>`]
    })
  return (
    rows.length > 0 &&
    html`<section aria-labelledby="view"><h2 class="govuk-heading-m" id="view">Kept in view</h2><dl class="app-facts">${rows}</dl></section>`
  )
}
