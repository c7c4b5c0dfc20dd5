import { Command, Option } from 'commander'
import { standardRoles } from '#casework/access/actor.ts'
import { addUser } from '../accounts/add-user.ts'
import type { NewUser } from '../accounts/add-user.ts'
import { configurationFrom } from '../service/open-service.ts'
import { addressOf, waysIn } from '../service/ways-in.ts'
import { withService } from '../service/with-service.ts'
import type { Terminal } from '../terminal.ts'

const help = `
Adds somebody who may sign in, and prints the link with which they do so for the first time. It works once, for a week, and
for whoever has it: give it to nobody else. Where mail is set up it is sent to them as well. It takes the settings that serve
takes; with BASE_URL, the link leads to where people reach the service.

Examples:
  alongside add-user ana.reed@example.org --name "Ana Reed"
  alongside add-user ben.cole@example.org --name "Ben Cole" --role manager --team "East team" --authority north-sands
  alongside add-user ana.reed@example.org --again`

/** `alongside add-user`: somebody who may sign in, such as the first administrator of an authority. */
export const addUserCommand = (terminal: Terminal): Command =>
  new Command('add-user')
    .description('add somebody who may sign in, and print the link for their first time')
    .argument('<email>', 'their email address, with which they sign in')
    .option('--name <name>', 'what they are called')
    .addOption(new Option('--role <role>', 'what they do').choices(standardRoles).default('administrator'))
    .option('--team <name>', 'the team in which they do it; in all of them unless said')
    .option('--authority <short name>', 'for whom, where there is more than one authority')
    .option('--again', 'print a new link for somebody who is there already')
    .addHelpText('after', help)
    .action((email: string, asked: NewUser) =>
      withService(terminal, async ({ deps }) => {
        const configuration = configurationFrom(process.env)
        const ways = waysIn(deps, configuration, () => addressOf(configuration))
        terminal.write(await addUser({ ...deps, ...ways }, email, asked))
      }),
    )
