import { Command } from 'commander'
import { addAuthority } from '../accounts/add-authority.ts'
import type { NewAuthority } from '../accounts/add-authority.ts'
import { withService } from '../service/with-service.ts'
import type { Terminal } from '../terminal.ts'

const help = `
An authority is a council whose Early Help runs here; a database may hold one or many, and keeps them apart. A database with
one that is no demonstration is never filled with the demonstration. It takes the settings that serve takes.

Example:
  alongside add-authority "North Sands Council" --procedure nine-steps`

/** `alongside add-authority`: a council whose Early Help is to run here. */
export const addAuthorityCommand = (terminal: Terminal): Command =>
  new Command('add-authority')
    .description('add an authority whose Early Help is to run here')
    .argument('<name>', 'what it is called')
    .requiredOption('--procedure <id>', 'the written procedure that its families follow')
    .option('--short <name>', 'its short name, from which references such as NS-0041 are made')
    .addHelpText('after', help)
    .action((name: string, asked: NewAuthority) =>
      withService(terminal, async ({ deps }) => terminal.write(await addAuthority(deps.store, name, asked))),
    )
