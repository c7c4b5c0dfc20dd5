import { Command } from 'commander'
import { packShelf } from '../find-pack.ts'
import { withService } from '../service/with-service.ts'
import type { Terminal } from '../terminal.ts'
import { WrongCall } from '../wrong-call.ts'

const help = `
An authority is a council whose Early Help runs here; a database may hold one or many, and keeps them apart. A database with
one that is no demonstration is never filled with the demonstration. It takes the settings that serve takes.

Example:
  alongside add-authority "North Sands Council" --procedure nine-steps`

type Asked = { readonly procedure: string; readonly short?: string }

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
  { procedure, short = shortOf(name) }: Asked,
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

/** `alongside add-authority`: a council whose Early Help is to run here. */
export const addAuthorityCommand = (terminal: Terminal): Command =>
  new Command('add-authority')
    .description('add an authority whose Early Help is to run here')
    .argument('<name>', 'what it is called')
    .requiredOption('--procedure <id>', 'the written procedure that its families follow')
    .option('--short <name>', 'its short name, from which references such as NS-0041 are made')
    .addHelpText('after', help)
    .action(async (given: string, asked: Asked) => {
      const { name, slug } = checked(given, asked)
      await withService(terminal, async ({ deps: { store } }) => {
        const known = await store.authorities()
        if (known.some((one) => one.slug === slug))
          throw new WrongCall(
            `There is an authority with the short name ${slug} already. Give another with --short.`,
          )
        await store.addAuthority({ slug, name, pack: asked.procedure, closures: [], demonstration: false })
        terminal.write(
          `${name} is added. Its first administrator is next, who adds teams and everybody else in the browser:\n\n  npm run -s alongside -- add-user EMAIL --name "NAME" --authority ${slug}\n`,
        )
      })
    })
