import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../house/root.ts'

/** The program itself, as a file that Node runs. */
export const program = join(root, 'src', 'app', 'alongside.ts')

export type Running = {
  readonly child: ChildProcess
  /** Everything that it has written so far. */
  readonly said: () => string
  /** Its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>
}

/** The real program in a process of its own, as npm would start it. */
export const start = (args: readonly string[], env: Readonly<Record<string, string>>): Running => {
  const child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env['PATH'], ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  const ended = new Promise<number | null>((done) => {
    child.on('close', (code) => done(code))
  })
  return { child, said: () => said, ended }
}

/** Where it answers, once it does. Throws with what it said where it ends before. */
export const addressOf = async ({ said, ended }: Running): Promise<string> => {
  let over = false
  void ended.then(() => (over = true))
  for (;;) {
    const address = /Alongside is ready: (\S+)/.exec(said())?.[1]
    if (address !== undefined) return address
    if (over) throw new Error(`It ended before it was ready:\n${said()}`)
    await new Promise((next) => setTimeout(next, 50))
  }
}
