import { existsSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { didYouMean } from '#procedure/reading/nearest.ts'
import type { Pack } from '#procedure/pack.ts'
import type { Problem } from '#procedure/problem.ts'
import { readPack } from '#procedure/reading/read-pack.ts'
import { packFoldersIn, readPackFolder } from './read-pack-folder.ts'
import { WrongCall } from './wrong-call.ts'

/** The packs of this checkout, wherever the command is called. */
export const ownPacks = join(import.meta.dirname, '..', '..', 'packs')

/** Where written procedures are looked for: the folder of each by its id. */
export type PackShelf = { readonly place: string; readonly folders: ReadonlyMap<string, string> }

/** A path as a person would write it from where they are. */
export const asCalled = (path: string): string => {
  const near = relative(process.cwd(), path)
  return near === '' ? '.' : near.startsWith('..') ? path : near
}

/**
 * The packs in a folder; those of this checkout when none is named.
 *
 * @throws WrongCall when there is no such folder, or no pack in it
 */
export const packShelf = (named: string | undefined): PackShelf => {
  const folders = packFoldersIn([named ?? ownPacks])
  return {
    place: named ?? asCalled(ownPacks),
    folders: new Map(folders.map((folder) => [basename(resolve(folder)), folder])),
  }
}

/**
 * The folders of the packs that a call names: by their folder or one that holds them, or by the id of one that came with
 * this program.
 *
 * @throws WrongCall when a path does not exist or holds no pack
 */
export const packsNamed = (named: readonly string[]): readonly string[] =>
  packFoldersIn(
    named.map((one) => {
      if (existsSync(one)) return one
      const { folders } = packShelf(undefined)
      const own = folders.get(one)
      if (own !== undefined) return asCalled(own)
      const meant = didYouMean(one, folders.keys())
      throw new WrongCall(`There is no ${one}.${meant} Name the folder of a pack, such as packs/nine-steps.`)
    }),
  )

/** A pack as far as a case needs it: the documents of its versions, and what is wrong in them. */
export const readDocuments = (
  folder: string,
): { readonly pack: Pack; readonly problems: readonly Problem[]; readonly folder: string } => {
  const { id, files } = readPackFolder(folder)
  const documents = files.filter(({ path }) => path.endsWith('/procedure.md'))
  return { ...readPack(id, documents), folder: asCalled(folder) }
}
