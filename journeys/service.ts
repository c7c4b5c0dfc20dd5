import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../src/app/house/root.ts'

/** The real service on a database of its own, with a small demonstration. */
export type Service = { readonly address: string; readonly stop: () => Promise<void> }

const program = join(root, 'src', 'app', 'alongside.ts')
const families = 10

/** Starts it as `npm start` does, in a folder for the time of the test. */
export const startService = async (): Promise<Service> => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-journeys-'))
  chmodSync(folder, 0o755)
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [program, 'serve', '--families', String(families)], {
    env: { ...env, DATA: join(folder, 'data'), PORT: '0', HOST: '127.0.0.1', LOG: 'none', BASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((done) => {
    child.on('close', () => done())
  })
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  let said = ''
  const address = await new Promise<string>((ready, failed) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const found = /Alongside is ready: (\S+)/.exec(said)?.[1]
      if (found !== undefined) ready(found)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('close', () => failed(new Error(`The service ended before it was ready:\n${said}`)))
  }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { address, stop }
}
