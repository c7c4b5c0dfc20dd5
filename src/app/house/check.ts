// npm run check: everything that is held true about the code without running it, one line for each part.
import { availableParallelism } from 'node:os'
import { checkParts, type CheckPart } from './check-parts.ts'
import { root } from './root.ts'

const longestOutput = 120

function shortened(output: string): string {
  const lines = output.trim().split('\n')
  if (lines.length <= longestOutput) return lines.join('\n')
  return [...lines.slice(0, longestOutput), `... and ${lines.length - longestOutput} lines more`].join('\n')
}

async function passes(part: CheckPart): Promise<boolean> {
  const started = performance.now()
  const { ok, output } = await part.run(root)
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`
  if (ok) process.stdout.write(`ok      ${part.name}  ${seconds}\n`)
  else process.stdout.write(`FAILED  ${part.name}  ${seconds}\n${shortened(output)}\n=> ${part.whatToDo}\n\n`)
  return ok
}

const waiting = [...checkParts]
let failed = 0
async function inTurn(): Promise<void> {
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    if (!(await passes(part))) failed += 1
  }
}
await Promise.all(Array.from({ length: Math.min(3, availableParallelism()) }, inTurn))

process.exitCode = failed === 0 ? 0 : 1
process.stdout.write(
  failed === 0 ? 'Everything holds.\n' : `${failed} of ${checkParts.length} checks failed.\n`,
)
