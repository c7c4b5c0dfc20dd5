// npm test [-- PATH ...] [-- --test-name-pattern=WORDS]
// What runs in which process stands in test-plan.ts; two processes run at a time.
import { root } from './root.ts'
import { testPlan } from './test-plan.ts'
import { runTests, type TestRun } from './test-run.ts'

const args = process.argv.slice(2)
const flags = args.filter((arg) => arg.startsWith('--'))
const paths = args.filter((arg) => !arg.startsWith('--')).map((path) => path.replace(/^\.\//, ''))

const waiting = [...testPlan(root, paths)]
const runs: TestRun[] = []
async function inTurn(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const run = await runTests({ root, flags, ...next })
    process.stdout.write(run.output)
    runs.push(run)
  }
}
await Promise.all([inTurn(), inTurn()])

const passed = runs.reduce((sum, run) => sum + run.passed, 0)
const failed = runs.reduce((sum, run) => sum + run.failed, 0)
if (passed + failed === 0) {
  const where = paths.length > 0 ? ` under ${paths.join(', ')}` : ''
  process.stdout.write(`No test ran${where}. Check the path: tests are the files named *.test.ts.\n`)
}
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
process.stdout.write(`${passed} passed, ${failed} failed\n`)
