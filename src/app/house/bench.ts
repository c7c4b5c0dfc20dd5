// npm run bench [-- NAME ...]: each bench/*.bench.ts in a process of its own, one after the other.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.ts'
import { filesUnder } from './source-files.ts'

const names = process.argv.slice(2)
const chosen = filesUnder(root, ['bench'], '*.bench.ts').filter(
  (file) => names.length === 0 || names.some((name) => file.includes(name)),
)

if (chosen.length === 0) {
  process.stdout.write('No measurement has that name. They are the files bench/*.bench.ts.\n')
  process.exitCode = 1
}
for (const file of chosen) {
  process.stdout.write(`\n${file}\n`)
  const done = spawnSync(process.execPath, [join(root, file)], { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) process.exitCode = 1
}
