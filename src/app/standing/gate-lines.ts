import type { Assessment } from '#engine/assess.ts'
import { eventInWords } from '#procedure/event-words.ts'
import type { FieldTest } from '#procedure/match.ts'
import type { Page } from '../page.ts'
import { listed, partHeading, wrapped } from '../page.ts'
import type { Names } from './obligation-lines.ts'
import { nameOf } from './obligation-lines.ts'

type Gate = Assessment['gates'][number]

const testInWords = (test: FieldTest): string => {
  const field = test.path.join(' ').replaceAll('-', ' ')
  switch (test.kind) {
    case 'in':
      return `${field} ${listed(test.values.map(String), 'or')}`
    case 'not-in':
      return `${field} other than ${listed(test.values.map(String), 'or')}`
    case 'beyond':
      return `${field} beyond ${listed(test.values.map(String))}`
    case 'present':
      return test.present ? `with ${field}` : `without ${field}`
    default: {
      const from = Number.isFinite(test.atLeast) ? `${test.atLeast} or more` : ''
      const to = Number.isFinite(test.atMost) ? `${test.atMost} or fewer` : ''
      return `${field} ${from}${from !== '' && to !== '' ? ' and ' : ''}${to}`
    }
  }
}

/** Tests on an event's data in brackets: ` (reason non-engagement)`; empty when there are none. */
export const testsInWords = (tests: readonly FieldTest[]): string =>
  tests.length === 0 ? '' : ` (${tests.map(testInWords).join(', ')})`

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
