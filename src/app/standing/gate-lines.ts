import type { Assessment } from '#engine/assess.ts'
import { eventInWords } from '#procedure/event-words.ts'
import { testsInWords } from '#procedure/tests-in-words.ts'
import type { Page } from '../page.ts'
import { listed } from '#procedure/in-words.ts'
import { partHeading, wrapped } from '../page.ts'
import type { Names } from './obligation-lines.ts'
import { nameOf } from './obligation-lines.ts'

type Gate = Assessment['gates'][number]

/** What a gate lacks, once for each thing, with the people for whom it lacks. */
const lacksInWords = ({ lacks }: Gate, names: Names): readonly string[] =>
  [...Map.groupBy(lacks, ({ clause, what }) => `${what}\n${clause}`).values()].map((same) => {
    const people = same.flatMap(({ person }) => (person === null ? [] : [nameOf(person, names)]))
    const [{ what, clause } = { what: '', clause: '' }] = same
    return `${what}${people.length === 0 ? '' : ` for ${listed(people)}`} (${clause})`
  })

const gateLines = (
  gate: Gate,
  { procedure }: Assessment,
  names: Names,
  { width, paint }: Page,
): readonly string[] => {
  const before = `Before ${eventInWords(gate.before, procedure.words)}${testsInWords(gate.where)}`
  const way = gate.hard
    ? 'refused until this is on record:'
    : 'a manager may go past it with a reason; lacking:'
  return [
    ...wrapped(before, width, '  ', '    ').map((line) => paint('bold', line)),
    ...wrapped(way, width, '    ').map((line) => paint(gate.hard ? 'red' : 'yellow', line)),
    ...lacksInWords(gate, names).flatMap((lack) => wrapped(lack, width, '    - ', '      ')),
  ]
}

/** What stands in the way: every gate that is shut, with what it lacks; in a closed case, nothing more does. */
export const gatePart = (assessment: Assessment, names: Names, page: Page): readonly string[] => {
  const shut = assessment.closed ? [] : assessment.gates.filter(({ open }) => !open)
  if (shut.length === 0) return []
  const each = shut.map((gate) => gateLines(gate, assessment, names, page).join('\n'))
  return [...partHeading('What stands in the way', page), each.join('\n\n')]
}
