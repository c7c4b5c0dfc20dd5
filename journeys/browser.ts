import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import type { Chromium } from './own-chromium.ts'
import { ownChromium } from './own-chromium.ts'

/** Where systems keep a Chromium that somebody installed. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const open = ({ program, env }: Chromium): Promise<Browser> =>
  chromium.launch({ executablePath: program, env: { ...process.env, ...env } })

/**
 * A browser without a window: the one that npm brought, else one that this machine has.
 *
 * @throws in plain words, with what to do, where there is none that starts
 */
export const openBrowser = async (): Promise<Browser> => {
  const own = await ownChromium()
  const there = installed.filter((path) => existsSync(path)).map((program) => ({ program, env: {} }))
  const failures: string[] = []
  for (const one of [...(own === undefined ? [] : [own]), ...there]) {
    try {
      return await open(one)
    } catch (error) {
      failures.push(`${one.program}: ${String(error)}`)
    }
  }
  throw new Error(
    `No browser starts on this machine. Install Chromium where it is usually found (on Debian: apt-get install chromium) and run the journeys again.\n${failures.join('\n')}`,
  )
}
