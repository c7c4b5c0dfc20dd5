import type { Store } from '#casework/ports.ts'
import { packShelf } from '../find-pack.ts'
import { WrongCall } from '../wrong-call.ts'

export type NewAuthority = { readonly procedure: string; readonly short?: string }

/** `north-sands` for North Sands Council. */
const shortOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\b(?:council|borough|county|city|district|of|the)\b/g, ' ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

const checked = (
  name: string,
  { procedure, short = shortOf(name) }: NewAuthority,
): { name: string; slug: string } => {
  const { folders, place } = packShelf(undefined)
  if (!folders.has(procedure))
    throw new WrongCall(
      `There is no written procedure called ${procedure} in ${place}. There are: ${[...folders.keys()].join(', ')}.`,
    )
  if (name.trim() === '')
    throw new WrongCall('Give the name of the authority, such as "North Sands Council".')
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(short) || short.length > 40)
    throw new WrongCall(
      `"${short}" cannot be the short name of an authority. Give one of small letters, digits and hyphens with --short, such as north-sands.`,
    )
  return { name: name.trim(), slug: short }
}

/**
 * Adds an authority, and says what comes next.
 *
 * @throws WrongCall in plain words where that cannot be
 */
export const addAuthority = async (
  store: Pick<Store, 'authorities' | 'addAuthority'>,
  given: string,
  asked: NewAuthority,
): Promise<string> => {
  const { name, slug } = checked(given, asked)
  if ((await store.authorities()).some((one) => one.slug === slug))
    throw new WrongCall(
      `There is an authority with the short name ${slug} already. Give another with --short.`,
    )
  await store.addAuthority({ slug, name, pack: asked.procedure, closures: [], demonstration: false })
  return `${name} is added. Its first administrator is next, who adds teams and everybody else in the browser:\n\n  npm run -s alongside -- add-user EMAIL --name "NAME" --authority ${slug}\n`
}
