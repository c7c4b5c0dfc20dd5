import type { FamilyLine } from '#casework/lists/caseloads.ts'
import type { Team, User } from '#casework/ports.ts'
import { outsideName } from '#casework/allocation/outside-worker.ts'
import type { TeamBoard, Unallocated } from '#casework/lists/team-board.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { link } from '../../components/link.ts'
import { pagination } from '../../components/pagination.ts'
import { table } from '../../components/table.ts'
import { tag } from '../../components/tag.ts'
import { warningText } from '../../components/warning-text.ts'
import { wayOn } from '../../family/way-on.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'
import { stepInWords, waitedInWords } from '../../recording/waited.ts'

const late = (overdue: number): Part =>
  overdue === 0 ? '0' : tag({ text: overdue, classes: 'govuk-tag--red' })

const name = ({ id, family, reference }: FamilyLine): Html =>
  html`${link({ href: paths.family(id), text: family })}<br><span class="app-reference">${reference}</span>`

const toPass = ({ id, reference }: FamilyLine): Html =>
  html` ${link({ href: paths.transfer(id), text: 'Pass on', hidden: reference, classes: 'app-small' })}`

/** Families without a worker in a table: since when they wait, how they stand, and what is to be done with them. */
const withoutWorker = (
  families: readonly Unallocated[],
  { now, procedure, mayAllocate, mayRecord }: TeamBoard,
  { label, standing }: { readonly label: string; readonly standing: string },
): Html =>
  html`<div class="app-scroll" tabindex="0" role="region" aria-label="${label}">${table({
    head: [{ text: 'Family' }, { text: 'Waiting' }, { text: standing }, { text: 'Overdue' }],
    rows: families.map((one) => {
      const way = wayOn(one, { allocate: mayAllocate, record: mayRecord })
      return [
        { text: name(one) },
        { text: html`${waitedInWords(one.opened, now)}${way !== null && html`<br>${way}`}` },
        { text: one.wayOut ?? stepInWords(one.step, procedure) },
        { text: late(one.overdue) },
      ]
    }),
  })}</div>`

const waiting = (board: TeamBoard): Html =>
  board.unallocated.length === 0
    ? html`<p class="govuk-body">No family waits for a worker.</p>`
    : withoutWorker(board.unallocated, board, { label: 'Families without a worker', standing: 'Step' })

const decided = (board: TeamBoard): Part =>
  board.toClose.length > 0 &&
  html`<section aria-labelledby="to-close"><h2 class="govuk-heading-m" id="to-close">Decided, to be closed (${board.toClose.length})</h2><p class="govuk-body">What was decided leads these families elsewhere. They need no worker here.</p>${withoutWorker(board.toClose, board, { label: 'Families to be closed', standing: 'Decided' })}</section>`

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

const loads = ({ workers, procedure }: TeamBoard): Html =>
  workers.length === 0
    ? html`<p class="govuk-body">Nobody works in this team yet. An administrator can add people to it.</p>`
    : html`<div class="app-scroll" tabindex="0" role="region" aria-label="Table of workers">${table({
        firstCellIsHeader: true,
        head: [{ text: 'Worker' }, { text: 'Families' }, { text: 'Overdue' }],
        rows: workers.map(({ user, fromOutside, families, overdue }) => [
          {
            text: html`${called(user)}${fromOutside && html`<br><span class="app-quiet app-small govuk-!-font-weight-regular">${outsideName(procedure)}</span>`}`,
          },
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
    body: html`<h1 class="govuk-heading-l">${team.name}</h1>${leftBehind(board)}<section aria-labelledby="waiting"><h2 class="govuk-heading-m" id="waiting">Waiting for a worker${unallocated.length > 0 && ` (${unallocated.length})`}</h2>${waiting(board)}</section>${decided(board)}<section aria-labelledby="workers"><h2 class="govuk-heading-m" id="workers">Workers</h2>${loads(board)}</section><section aria-labelledby="families"><h2 class="govuk-heading-m" id="families">Families by worker</h2>${
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
