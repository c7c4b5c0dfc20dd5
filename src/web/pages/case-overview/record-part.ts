import { groupsOf } from '#engine/standing-groups.ts'
import { metMatches } from '#procedure/clock-matches.ts'
import { button, buttonGroup } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { paths } from '../../paths.ts'
import { eventTitle } from '../../recording/event-title.ts'
import type { Overview } from './overview.ts'

const most = 4

const waiting = ['overdue', 'due soon', 'due', 'no limit'] as const

/** The events that the procedure waits for, what is late first, then those of pending decisions; each once. */
const expected = ({ standing }: Overview): readonly string[] => {
  const groups = groupsOf(standing)
  const due = waiting.flatMap((name) =>
    (groups.get(name) ?? []).flatMap(({ obligation: { clock } }) => {
      const type = metMatches(clock)[0]?.events[0]
      return type === undefined ? [] : [type]
    }),
  )
  return [...new Set([...due, ...standing.next.decisions.flatMap(({ on }) => on.events.slice(0, 1))])]
}

/** Buttons for what is to be recorded next, and the way to everything else that can be. */
export const recordPart = (all: Overview): Part => {
  const { record, may, procedure, recordAt, hasList } = all
  if (!may.record) return null
  const links = expected(all)
    .flatMap((type) => {
      const href = recordAt(type)
      return href === null ? [] : [{ href, text: eventTitle(type, procedure) }]
    })
    .slice(0, most)
  if (links.length === 0 && !hasList) return null
  const buttons = links.map(({ href, text }, i) =>
    button({
      text,
      href,
      classes: i === 0 ? 'app-button--small' : 'govuk-button--secondary app-button--small',
    }),
  )
  const rest =
    hasList && html`<a class="govuk-link" href="${paths.recordList(record.id)}">Record something else</a>`
  return html`<section class="app-do" aria-labelledby="do"><h2 class="govuk-heading-s" id="do">Record</h2>${buttonGroup(buttons, rest)}</section>`
}
