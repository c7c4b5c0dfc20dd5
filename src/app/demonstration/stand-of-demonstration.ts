import type { Store } from '#casework/ports.ts'
import { inventedAuthorities } from './authorities.data.ts'
import { isFilled, setUpOf } from './set-up-authority.ts'

/** How far a database has been filled; `other` where it holds authorities that are not the demonstration's. */
export type DemonstrationStand =
  | { readonly kind: 'none' | 'unfinished' | 'other' }
  | { readonly kind: 'filled'; readonly families: number }

/** Looks how far the demonstration has come. */
export const standOfDemonstration = async (store: Store): Promise<DemonstrationStand> => {
  const authorities = await store.authorities()
  if (authorities.length === 0) return { kind: 'none' }
  const slugs = new Set(inventedAuthorities.map(({ slug }) => slug))
  if (!authorities.every(({ slug, demonstration }) => demonstration && slugs.has(slug)))
    return { kind: 'other' }
  if (authorities.length < slugs.size) return { kind: 'unfinished' }
  let families = 0
  for (const { id } of authorities) {
    const setUp = await setUpOf(store, id)
    if (setUp === null || !(await isFilled(store, id))) return { kind: 'unfinished' }
    families += setUp.families
  }
  return { kind: 'filled', families }
}
