import type { Shelf } from '#casework/ports.ts'
import { readPack } from '#procedure/reading/read-pack.ts'
import { packShelf } from '../find-pack.ts'
import { readPackFolder } from '../read-pack-folder.ts'

/** The written procedures that come with this program, read once. */
export const installedPacks = (): Shelf => {
  const packs = new Map(
    [...packShelf(undefined).folders].map(([id, folder]) => [
      id,
      readPack(id, readPackFolder(folder).files).pack,
    ]),
  )
  return { pack: (id) => packs.get(id) }
}
