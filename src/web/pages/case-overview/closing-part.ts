import type { GateStanding } from '#engine/gates/gates-now.ts'
import { eventInWords } from '#procedure/event-words.ts'
import { capital, listed } from '#procedure/in-words.ts'
import { testsInWords } from '#procedure/tests-in-words.ts'
import { details } from '../../components/details.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { paths } from '../../paths.ts'
import { supplyLinks } from '../../recording/supply-links.ts'
import type { Overview } from './overview.ts'

const isClosing = ({ before }: GateStanding): boolean => /^(?:case\.closed|closure\.|closing-)/.test(before)

const lacks = (gate: GateStanding, { record, names, procedure, recordAt }: Overview): readonly Html[] => {
  const supply = supplyLinks(procedure, recordAt)
  return [...Map.groupBy(gate.lacks, ({ clause, what }) => `${what}\n${clause}`).values()].map((same) => {
    const [{ what, clause } = { what: '', clause: '' }] = same
    const people = same.flatMap(({ person }) => (person === null ? [] : [names.person(person)]))
    const [lack] = same
    return html`<li>${what}${people.length > 0 && ` for ${listed(people)}`} <a class="govuk-link app-clause" href="${paths.caseClause(record.id, clause)}">${clause}</a>${lack !== undefined && supply(lack)}</li>`
  })
}

const gatePart = (gate: GateStanding, all: Overview): Html => {
  const { words } = all.procedure
  const before = `${capital(`before ${eventInWords(gate.before, words)}`)}${testsInWords(gate.where)}`
  const way = gate.hard
    ? 'This has to be on record first:'
    : 'This should be on record first; a manager may go past it with a reason:'
  return html`<h3 class="govuk-heading-s app-gate-heading">${before}</h3><p class="govuk-body-s">${way}</p><ul class="govuk-list govuk-list--bullet app-small">${lacks(gate, all)}</ul>`
}

const fold = (title: string, gates: readonly GateStanding[], all: Overview): Part =>
  gates.length > 0 &&
  details({
    summary: `${title} (${gates.flatMap((gate) => lacks(gate, all)).length})`,
    text: gates.map((gate) => gatePart(gate, all)),
  })

/** What has to be on record before the case can close, and before other things can be recorded. */
export const closingPart = (all: Overview): Part => {
  if (all.standing.closed) return null
  const shut = all.standing.gates.filter(({ open }) => !open)
  const closing = shut.filter(isClosing)
  // Of what is asked for by the reason for closing, one reason's part at most is needed.
  const always = ({ where }: GateStanding): boolean => where.length === 0
  return [
    fold('What stands in the way of closing', closing.filter(always), all),
    fold(
      'What closing for some reasons would still need',
      closing.filter((gate) => !always(gate)),
      all,
    ),
    fold(
      'What else has to be on record first',
      shut.filter((gate) => !isClosing(gate)),
      all,
    ),
  ]
}
