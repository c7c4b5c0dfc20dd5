import { listed } from './in-words.ts'
import type { FieldTest } from './match.ts'

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
