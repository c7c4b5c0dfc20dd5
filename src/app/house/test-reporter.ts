import { AssertionError } from 'node:assert'
import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'

export type TestCounts = { readonly passed: number; readonly failed: number }

type Outcome = Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>['data']

/**
 * A reporter for node:test that is silent about what passes and shows each failure in full, with where it
 * stands and its whole name. When all is done it sends the counts to the parent process.
 */
export default async function* testReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const names: string[] = []
  let passed = 0
  let failed = 0
  for await (const event of source) {
    if (event.type === 'test:start') {
      names.length = event.data.nesting
      names.push(event.data.name)
    } else if (event.type === 'test:pass' || event.type === 'test:fail') {
      const words = event.type === 'test:fail' ? failureWords(event.data) : passedOver(event.data)
      if (words !== undefined) {
        failed += 1
        yield `\nFAILED  ${[...names.slice(0, event.data.nesting), event.data.name].join(' > ')}\n`
        yield `        ${place(event.data)}\n${words.replaceAll(/^/gm, '        ')}\n`
      } else if (event.type === 'test:pass' && event.data.details.type !== 'suite') {
        passed += 1
      }
    }
  }
  process.send?.({ passed, failed } satisfies TestCounts)
}

function place(data: Outcome): string {
  return data.file === undefined ? '' : `${relative(process.cwd(), data.file)}:${data.line ?? 0}`
}

function passedOver(data: Outcome): string | undefined {
  if (data.skip === undefined && data.todo === undefined) return undefined
  return 'This test is marked skip or todo, so it cannot fail. Make it run or take it out.'
}

function failureWords(data: Outcome): string | undefined {
  const error = 'error' in data.details ? data.details.error : undefined
  // A parent whose only trouble is a failing child has been reported by that child.
  if (error !== undefined && 'failureType' in error && error.failureType === 'subtestsFailed')
    return undefined
  const cause = error?.cause instanceof Error ? error.cause : error
  if (cause === undefined) return 'It failed without saying why.'
  const isAssertion = cause instanceof AssertionError && cause.stack !== undefined
  const words = isAssertion ? (cause.stack ?? '') : inspect(cause, { depth: 8 })
  return words
    .split('\n')
    .filter((line) => !/^\s+at .*(\(?node:|node_modules|\(<anonymous>\))/.test(line))
    .join('\n')
    .trimEnd()
}
