import { listed } from './in-words.ts'
import type { FieldTest } from './rules/match.ts'

/** `planAgreed` and `plan-agreed` as `plan agreed`. */
const fieldInWords = (path: readonly string[]): string =>
  path
    .join(' ')
    .replaceAll('-', ' ')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** What is answered with yes or no reads as itself: "final", "not final". */
const answerInWords = (field: string, kind: 'in' | 'not-in', yes: boolean): string => {
  if (kind === 'in') return yes ? field : `not ${field}`
  return yes ? `not ${field}` : `${field} or not said`
}

const testInWords = (test: FieldTest): string => {
  const field = fieldInWords(test.path)
  switch (test.kind) {
    case 'in':
    case 'not-in': {
      const [only, ...more] = test.values
      if (typeof only === 'boolean' && more.length === 0) return answerInWords(field, test.kind, only)
      return `${field} ${test.kind === 'in' ? '' : 'other than '}${listed(test.values.map(String), 'or')}`
    }
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
