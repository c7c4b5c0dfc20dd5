import { possibleNow } from '#casework/asking/possible-now.ts'
import { closingNext } from '#casework/asking/closing-next.ts'
import { groupsOf } from '#engine/standing/standing-groups.ts'
import { metMatches } from '#procedure/rules/clock-matches.ts'
import { button, buttonGroup } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { paths } from '../../paths.ts'
import { eventTitle } from '../../recording/event-title.ts'
import type { Overview } from './overview.ts'

const most = 4

const waiting = ['overdue', 'due soon', 'due', 'no limit'] as const

/**
 * Closing, where it comes next; the events that the procedure waits for, the reader's own before those of others and what is
 * late first; then those of pending decisions; of a closed case last that it is reopened.
 */
const expected = ({ standing, isOwn }: Overview): readonly string[] => {
  const groups = groupsOf(standing)
  const asked = waiting.flatMap((name) => (groups.get(name) ?? []).map(({ obligation }) => obligation.clock))
  const due = [
    ...asked.filter(({ owner }) => isOwn(owner)),
    ...asked.filter(({ owner }) => !isOwn(owner)),
  ].flatMap((clock) => metMatches(clock)[0]?.events.slice(0, 1) ?? [])
  const closing = closingNext(standing) === null ? [] : ['case.closed']
  const decisions = standing.next.decisions.flatMap(({ on }) => on.events.slice(0, 1))
  return [...new Set([...closing, ...due, ...decisions, 'case.reopened'])].filter((type) =>
    possibleNow(type, standing),
  )
}

/** What a button says: what is done there, where the page has a title that says what has been done. */
const wordsFor = (type: string, { procedure }: Overview): string => {
  if (type === 'case.allocated') return 'Give to a worker'
  return eventTitle(type === 'child.seen' ? 'visit.made' : type, procedure)
}

/** Buttons for what is to be recorded next, and the way to everything else that can be. */
export const recordPart = (all: Overview): Part => {
  const { record, may, recordAt, isTheirs, hasList, standing } = all
  if (!may.record) return null
  const pages = new Map<string, string>()
  for (const type of expected(all).filter((one) => isTheirs(one))) {
    const href = recordAt(type)
    if (href !== null && !pages.has(href)) pages.set(href, wordsFor(type, all))
  }
  const links = [...pages].slice(0, most).map(([href, text]) => ({ href, text }))
  if (links.length === 0 && !hasList) return null
  const buttons = links.map(({ href, text }, i) =>
    button({
      text,
      href,
      classes:
        i === 0 && !standing.closed ? 'app-button--small' : 'govuk-button--secondary app-button--small',
    }),
  )
  const rest =
    hasList &&
    html`<a class="govuk-link" href="${paths.recordList(record.id)}">${links.length === 0 ? 'Record something' : 'Record something else'}</a>`
  return html`<section class="app-do" aria-labelledby="do"><h2 class="govuk-heading-s" id="do">Record</h2>${buttonGroup(buttons, rest)}</section>`
}
