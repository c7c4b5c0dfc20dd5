import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { TestCounts } from './test-reporter.ts'

export type TestRun = TestCounts & {
  /** The failures in full, then one line with the counts. */
  readonly output: string
}

const longestRun = 10 * 60 * 1000

/**
 * Runs test files together in one new process. A process that dies, hangs
 * or ends without having counted adds one failure, so that silence never passes for success.
 *
 * @param zone time zone of the process, as TZ takes it; the machine's own when left out
 * @param flags passed to Node, such as --test-name-pattern
 */
export function runTests(what: {
  readonly root: string
  readonly name: string
  readonly files: readonly string[]
  readonly flags: readonly string[]
  readonly zone?: string
}): Promise<TestRun> {
  const started = performance.now()
  const here = import.meta.dirname
  const reporter = [
    '--test-reporter',
    join(here, 'test-reporter.ts'),
    '--test-reporter-destination',
    'stdout',
  ]
  const child = spawn(
    process.execPath,
    [...reporter, ...what.flags, join(here, 'test-index.ts'), ...what.files],
    {
      cwd: what.root,
      env: { ...process.env, ...(what.zone === undefined ? {} : { TZ: what.zone }) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      timeout: longestRun,
    },
  )

  let counts: TestCounts | undefined
  const output: Buffer[] = []
  child.on('message', (message) => (counts = message as TestCounts))
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk))

  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const ended = endOf(counts, code, signal)
      const lines = [
        Buffer.concat(output).toString(),
        ended.words === '' ? '' : `${ended.words}\n`,
        `${what.name}: ${ended.passed} passed, ${ended.failed} failed, in ${seconds} s, ${what.files.length} files\n`,
      ]
      resolve({ passed: ended.passed, failed: ended.failed, output: lines.join('') })
    })
  })
}

function endOf(
  counts: TestCounts | undefined,
  code: number | null,
  signal: NodeJS.Signals | null,
): TestCounts & { readonly words: string } {
  if (counts === undefined) {
    const how = signal === null ? `with exit code ${code}` : `by ${signal}`
    return {
      passed: 0,
      failed: 1,
      words: `The tests stopped ${how} before they were counted. Look for process.exit or a hang.`,
    }
  }
  if (code !== 0 && counts.failed === 0) {
    return {
      ...counts,
      failed: 1,
      words: `The tests passed, yet their process ended with exit code ${code}.`,
    }
  }
  return { ...counts, words: '' }
}
