// npm test [-- PATH ...] [-- --test-name-pattern=WORDS]
// Every test in one process, then the calendar's and the engine's again under clocks around the world.
import { root } from './root.ts'
import { testFiles } from './source-files.ts'
import { runTests, type TestRun } from './test-run.ts'

const timeZones = ['UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia']
const dated = ['src/calendar/', 'src/engine/']

const args = process.argv.slice(2)
const flags = args.filter((arg) => arg.startsWith('--'))
const paths = args.filter((arg) => !arg.startsWith('--')).map((path) => path.replace(/^\.\//, ''))

const chosen = testFiles(root).filter(
  (file) => paths.length === 0 || paths.some((path) => file.includes(path)),
)
const chosenDated = chosen.filter((file) => dated.some((folder) => file.startsWith(folder)))

const runs: TestRun[] = []
async function runAndShow(name: string, files: readonly string[], zone?: string): Promise<void> {
  const run = await runTests({ root, name, files, flags, ...(zone === undefined ? {} : { zone }) })
  process.stdout.write(run.output)
  runs.push(run)
}

if (chosen.length > 0) await runAndShow('all tests', chosen)
if (chosenDated.length > 0) {
  const waiting = [...timeZones]
  const inTurn = async (): Promise<void> => {
    for (let zone = waiting.shift(); zone !== undefined; zone = waiting.shift()) {
      await runAndShow(`dates with TZ=${zone}`, chosenDated, zone)
    }
  }
  await Promise.all([inTurn(), inTurn()])
}

const passed = runs.reduce((sum, run) => sum + run.passed, 0)
const failed = runs.reduce((sum, run) => sum + run.failed, 0)
if (passed + failed === 0) {
  const where = paths.length > 0 ? ` under ${paths.join(', ')}` : ''
  process.stdout.write(`No test ran${where}. Check the path: tests are the files named *.test.ts.\n`)
}
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
process.stdout.write(`${passed} passed, ${failed} failed\n`)
