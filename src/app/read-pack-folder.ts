import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import type { PackFile } from '#procedure/pack.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import { WrongCall } from './wrong-call.ts'

/** The files of a pack's folder, and those that could not be read. */
export type PackFolder = {
  readonly id: string
  /** The folder as it was named in the call. */
  readonly folder: string
  readonly files: readonly PackFile[]
  readonly problems: readonly Problem[]
}

const decoder = new TextDecoder('utf-8', { fatal: true })

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    throw new WrongCall(`There is no ${path}. Name the folder of a pack, such as packs/nine-steps.`)
  }
}

const visibleIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .toSorted()
  } catch {
    throw new WrongCall(`The folder ${folder} cannot be opened. Ask for the right to read it.`)
  }
}

/** Links are not followed: one could lead out of the pack, or back into it. */
const filesIn = (folder: string): readonly string[] =>
  visibleIn(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (lstatSync(path).isDirectory() ? filesIn(path) : [path]))

const dayName = /^\d{4}-\d{2}-\d{2}/

const looksLikePack = (folder: string): boolean =>
  visibleIn(folder).some((name) => name === 'register.yaml' || dayName.test(name))

/**
 * The folders of the packs that a call names: a pack's own folder, or a folder of packs. A document between the
 * packs, as `packs/*` in a shell names it, is passed over.
 *
 * @throws WrongCall when a path does not exist or holds no pack
 */
export const packFoldersIn = (paths: readonly string[]): readonly string[] => {
  const found = paths.flatMap((path) => {
    if (!isFolder(path)) {
      if (path.endsWith('.md')) return []
      throw new WrongCall(`${path} is a file. Name the folder of a pack, such as packs/nine-steps.`)
    }
    if (dayName.test(basename(resolve(path))) && existsSync(join(path, 'procedure.md')))
      throw new WrongCall(
        `${path} is one version of a pack. Name the folder of the pack: "${join(path, '..')}".`,
      )
    const inside = visibleIn(path)
      .map((name) => join(path, name))
      .filter((inner) => isFolder(inner))
    return looksLikePack(path) || !inside.some(looksLikePack) ? [path] : inside
  })
  if (found.length === 0)
    throw new WrongCall(
      `There is no pack in ${paths.join(', ')}. Name the folder of a pack, such as packs/nine-steps.`,
    )
  return found
}

const read = (path: string): { readonly text: string } | 'not-readable' | 'not-text' => {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    return 'not-readable'
  }
  try {
    return { text: decoder.decode(bytes) }
  } catch {
    return 'not-text'
  }
}

/** Reads every file of a pack's folder, paths counted from it with `/` between. */
export const readPackFolder = (folder: string): PackFolder => {
  const files: PackFile[] = []
  const problems: Problem[] = []
  for (const path of filesIn(folder)) {
    const name = relative(folder, path).split(sep).join('/')
    const found = read(path)
    if (typeof found === 'object') files.push({ path: name, text: found.text })
    else {
      const what = found === 'not-text' ? 'This file is not text.' : 'This file cannot be opened.'
      problems.push(problemAt(found, { file: name, line: 0 }, what))
    }
  }
  return { id: basename(resolve(folder)), folder, files, problems }
}
