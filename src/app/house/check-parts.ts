import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileProblems } from './file-rules.ts'
import { checkWalls } from './walls.ts'

type Outcome = { readonly ok: boolean; readonly output: string }

/** One of the house's checks: what it looks at, how it runs, and what to do when it fails. */
export type CheckPart = {
  readonly name: string
  readonly run: (root: string) => Promise<Outcome>
  readonly whatToDo: string
}

/** A package's own program under this Node, by its path in node_modules, so that no other on PATH is used. */
function program(path: string, ...args: readonly string[]): CheckPart['run'] {
  return (root) =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [join(root, 'node_modules', path), ...args], { cwd: root })
      const output: Buffer[] = []
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
      child.on('error', (error) => resolve({ ok: false, output: error.message }))
      child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(output).toString() }))
    })
}

async function walls(root: string): Promise<Outcome> {
  const { broken, seen, there } = await checkWalls(root)
  const unread = `The wall checker read ${seen} of ${there} modules. It needs typescript 6 installed under that name.`
  return {
    ok: broken.length === 0 && seen === there && there > 0,
    output: [...broken, ...(seen === there && there > 0 ? [] : [unread])].join('\n'),
  }
}

function files(root: string): Promise<Outcome> {
  const problems = fileProblems(root)
  return Promise.resolve({ ok: problems.length === 0, output: problems.join('\n') })
}

/** All checks, the long ones first. */
export const checkParts: readonly CheckPart[] = [
  {
    name: 'types',
    run: program('ts7/bin/tsc', '--noEmit', '--pretty', 'false'),
    whatToDo: 'Correct the types at the places above.',
  },
  {
    name: 'types of the pure rooms',
    run: program('ts7/bin/tsc', '-p', 'tsconfig.pure.json', '--pretty', 'false'),
    whatToDo:
      'calendar, procedure and engine know neither Node nor a browser. Take what is missing as an argument from the caller.',
  },
  {
    name: 'lint',
    run: program('oxlint/bin/oxlint', '--format=unix', '--deny-warnings'),
    whatToDo: 'Change the lines above. The rules are in .oxlintrc.json.',
  },
  {
    name: 'dead code',
    run: program('knip/bin/knip.js', '--no-progress'),
    whatToDo: 'Take out what nothing uses, or use it. Where the program starts is in knip.json.',
  },
  {
    name: 'walls',
    run: walls,
    whatToDo:
      'A room uses only rooms to its left (src/app/house/rooms.ts). Move the code, or have app hand it in through a port.',
  },
  {
    name: 'format',
    run: program('@biomejs/biome/bin/biome', 'format', '--colors=off', '--reporter=summary'),
    whatToDo: 'Run: npm run format',
  },
  { name: 'files', run: files, whatToDo: 'Each line above says what to do.' },
]
