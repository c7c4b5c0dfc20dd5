import { fork, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#app/house/root.ts'

const here = import.meta.dirname
/** Of the processor's time in /proc: ticks in a millisecond. */
const ticks = 0.1

export type Helper<Job, Answer> = {
  readonly pid: number
  readonly ask: (job: Job) => Promise<Answer>
  readonly end: () => void
}

/** A file of this folder as a process of its own, which is handed jobs and gives answers. */
export const helper = <Job extends object, Answer>(file: string): Helper<Job, Answer> => {
  const child = fork(join(here, file), { execArgv: [] })
  return {
    pid: child.pid ?? 0,
    ask: async (job) => {
      child.send(job)
      const [answer] = (await once(child, 'message')) as readonly Answer[]
      return answer as Answer
    },
    end: () => void child.kill(),
  }
}

export type Service = { readonly pid: number; readonly origin: string; readonly stop: () => Promise<void> }

export const secret = 'a secret for measurements, of more than thirty-two characters'

const settingsFor = (settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: '0',
  LOG: 'none',
  SECRET: secret,
  ...settings,
})

const originOf = (child: ChildProcess): Promise<string> =>
  new Promise((found, fail) => {
    let said = ''
    child.stdout?.on('data', (text: Buffer) => {
      said += text.toString()
      const address = /http:\/\/[\d.]+:\d+/.exec(said)?.[0]
      if (address !== undefined) found(address)
    })
    child.once('exit', () => fail(new Error(`The service did not start.\n${said}`)))
  })

const stop = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** The service as people run it, in a process of its own. */
export const startService = async (settings: Readonly<Record<string, string>>): Promise<Service> => {
  const child = spawn(process.execPath, ['src/app/alongside.ts', 'serve', '--no-demonstration'], {
    cwd: root,
    env: settingsFor(settings),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { pid: child.pid ?? 0, origin: await originOf(child), stop: () => stop(child) }
}

/** Seconds from `npm start` to the first page, over a data folder. */
export const secondsToFirstPage = async (dataFolder: string): Promise<number> => {
  const from = performance.now()
  const child = spawn('npm', ['start', '--', '--no-demonstration'], {
    cwd: root,
    env: settingsFor({ DATA: dataFolder }),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const origin = await originOf(child)
  const { status } = await fetch(`${origin}/sign-in`)
  const seconds = (performance.now() - from) / 1000
  if (status !== 200) throw new Error(`The first page answered ${status}.`)
  const ended = once(child, 'exit')
  process.kill(-(child.pid ?? 0), 'SIGINT')
  await ended
  return seconds
}

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process has just ended.
    return ''
  }
}

const childrenOf = (pid: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => textOf(`/proc/${name}/stat`).split(') ')[1]?.split(' ')[1] === `${pid}`)
    .map(Number)

const own = (pid: number): number => {
  const [, , , , , , , , , , , user = '0', system = '0'] =
    textOf(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
  return (Number(user) + Number(system)) / ticks
}

/** Milliseconds that a process has had of the processor; with those that it has started, such as PostgreSQL's. */
export const processorTime = (pid: number, withChildren = false): number =>
  own(pid) + (withChildren ? childrenOf(pid).reduce((sum, child) => sum + own(child), 0) : 0)

const memory = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024

/** Megabytes that a process holds, what it shares with others counted by its share. */
export const memoryOf = (pid: number, withChildren = false): number =>
  memory(pid) + (withChildren ? childrenOf(pid).reduce((sum, child) => sum + memory(child), 0) : 0)
