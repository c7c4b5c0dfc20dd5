import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shortestSecret } from './configuration.ts'

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * The secret that signs cookies, kept in the data folder in a file that only its owner may read; made when there is none.
 *
 * @throws Error with what to do where the file holds something else
 */
export const keptSecret = (dataFolder: string): string => {
  const path = join(dataFolder, 'secret')
  if (read(path) === null) {
    mkdirSync(dataFolder, { recursive: true })
    const fresh = `${path}.${process.pid}`
    writeFileSync(fresh, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 })
    try {
      // Whole or not at all, and never over one that another process has just made.
      linkSync(fresh, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(fresh, { force: true })
    }
  }
  const secret = read(path) ?? ''
  if (secret.length >= shortestSecret) return secret
  throw new Error(
    `${path} does not hold a secret of at least ${shortestSecret} characters. Remove it and another is made; everybody then signs in again.`,
  )
}
