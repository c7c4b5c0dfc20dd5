import type { FamilyLine } from '#casework/caseloads.ts'
import type { Team, User } from '#casework/ports.ts'
import type { TeamBoard } from '#casework/team-board.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { link } from '../../components/link.ts'
import { pagination } from '../../components/pagination.ts'
import { table } from '../../components/table.ts'
import { tag } from '../../components/tag.ts'
import { warningText } from '../../components/warning-text.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'
import { stepInWords, waitedInWords } from '../../recording/waited.ts'

const late = (overdue: number): Part =>
  overdue === 0 ? '0' : tag({ text: overdue, classes: 'govuk-tag--red' })

const name = ({ id, family, reference }: FamilyLine): Html =>
  html`${link({ href: paths.family(id), text: family })}<br><span class="app-reference">${reference}</span>`

const toGive = ({ id, reference }: FamilyLine): Html =>
  html`<br>${link({ href: paths.allocate(id), text: 'Give to a worker', hidden: reference })}`

const toPass = ({ id, reference }: FamilyLine): Html =>
  html` ${link({ href: paths.transfer(id), text: 'Pass on', hidden: reference, classes: 'app-small' })}`

const waiting = ({ unallocated, now, procedure, mayAllocate }: TeamBoard): Html =>
  unallocated.length === 0
    ? html`<p class="govuk-body">Every family has a worker.</p>`
    : html`<div class="app-scroll" tabindex="0" role="region" aria-label="Families without a worker">${table({
        head: [{ text: 'Family' }, { text: 'Waiting' }, { text: 'Step' }, { text: 'Overdue' }],
        rows: unallocated.map((one) => [
          { text: name(one) },
          { text: html`${waitedInWords(one.opened, now)}${mayAllocate && toGive(one)}` },
          { text: stepInWords(one.step, procedure) },
          { text: late(one.overdue) },
        ]),
      })}</div>`

/** Whoever can no longer sign in hears of nothing that is due for their families, and does nothing for them. */
const leftBehind = ({ workers }: TeamBoard): Part => {
  const left = workers.reduce((sum, { user, families }) => (user.active ? sum : sum + families), 0)
  if (left === 0) return null
  const text =
    left === 1
      ? '1 family is with somebody who can no longer sign in. Pass it on to another worker.'
      : `${left} families are with somebody who can no longer sign in. Pass them on to other workers.`
  return warningText({ text })
}

const called = ({ name: who, active }: User): Html =>
  html`${who}${!active && html` ${tag({ text: 'No access', classes: 'govuk-tag--grey' })}`}`

const loads = ({ workers }: TeamBoard): Html =>
  workers.length === 0
    ? html`<p class="govuk-body">Nobody works in this team yet. An administrator can add people to it.</p>`
    : html`<div class="app-scroll" tabindex="0" role="region" aria-label="Table of workers">${table({
        firstCellIsHeader: true,
        head: [{ text: 'Worker' }, { text: 'Families' }, { text: 'Overdue' }],
        rows: workers.map(({ user, families, overdue }) => [
          { text: called(user) },
          { text: families },
          { text: late(overdue) },
        ]),
      })}</div>`

/** The families of one page under their workers. */
const byWorker = (board: TeamBoard): readonly Html[] => {
  const { families, workers, procedure, mayAllocate } = board
  const ids = [...new Set(families.map(({ worker }) => worker))]
  return ids.map((id) => {
    const worker = workers.find(({ user }) => user.user === id)?.user
    const who = worker?.name ?? 'A worker'
    const own = families.filter((one) => one.worker === id)
    return html`<h3 class="govuk-heading-s">${worker === undefined ? who : called(worker)}</h3><div class="app-scroll" tabindex="0" role="region" aria-label="${`Families of ${who}`}">${table(
      {
        head: [{ text: 'Family' }, { text: 'Step' }, { text: 'Overdue' }],
        rows: own.map((one) => [
          { text: html`${name(one)}${mayAllocate && toPass(one)}` },
          { text: stepInWords(one.step, procedure) },
          { text: late(one.overdue) },
        ]),
      },
    )}</div>`
  })
}

const pagesOf = ({ team, page, pages }: TeamBoard): Part => {
  if (pages === 1) return null
  const at = (number: number) => ({ href: withQuery(paths.teamBoard(team.id), { page: String(number) }) })
  return pagination({
    landmarkLabel: 'Pages of families',
    ...(page > 1 ? { previous: at(page - 1) } : {}),
    ...(page < pages ? { next: at(page + 1) } : {}),
    items: Array.from({ length: pages }, (_, i) => ({
      number: i + 1,
      ...at(i + 1),
      current: i + 1 === page,
    })),
  })
}

/** A team: who waits for a worker, how busy each worker is, and each worker's families. */
export const teamView = (board: TeamBoard): Page => {
  const { team, teams, unallocated, families } = board
  return {
    title: team.name,
    section: 'team',
    wide: true,
    ...(teams.length > 1 ? { back: { href: paths.team, text: 'All teams' } } : {}),
    body: html`<h1 class="govuk-heading-l">${team.name}</h1>${leftBehind(board)}<section aria-labelledby="waiting"><h2 class="govuk-heading-m" id="waiting">Waiting for a worker${unallocated.length > 0 && ` (${unallocated.length})`}</h2>${waiting(board)}</section><section aria-labelledby="workers"><h2 class="govuk-heading-m" id="workers">Workers</h2>${loads(board)}</section><section aria-labelledby="families"><h2 class="govuk-heading-m" id="families">Families by worker</h2>${
      families.length === 0
        ? html`<p class="govuk-body">No family of this team has a worker yet.</p>`
        : html`<p class="govuk-body">What is overdue for a family may be for others to do as well, such as a manager. It is not counted with the worker above.</p>${byWorker(board)}`
    }${pagesOf(board)}</section>`,
  }
}

/** The teams that somebody may see, to choose from. */
export const teamsView = (teams: readonly Team[]): Page => ({
  title: 'Teams',
  section: 'team',
  body: html`<h1 class="govuk-heading-l">Teams</h1>${
    teams.length === 0
      ? html`<p class="govuk-body">There is no team here that you can see. If you expected one, ask your administrator to check your role.</p>`
      : html`<ul class="govuk-list">${teams.map(
          ({ id, name: title }) => html`<li>${link({ href: paths.teamBoard(id), text: title })}</li>`,
        )}</ul>`
  }`,
})
