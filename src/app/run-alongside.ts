import { Command, CommanderError } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { addAuthorityCommand } from './commands/add-authority.ts'
import { addUserCommand } from './commands/add-user.ts'
import { assessCommand, assessWorkerCommand } from './commands/assess.ts'
import { backupCommand } from './commands/backup.ts'
import { checkCommand } from './commands/check.ts'
import { compareCommand } from './commands/compare.ts'
import { explainCommand } from './commands/explain.ts'
import { samplesCommand } from './commands/samples.ts'
import { mapCommand } from './commands/map.ts'
import { rebuildCommand } from './commands/rebuild.ts'
import { restoreCommand } from './commands/restore.ts'
import { serveCommand } from './commands/serve.ts'
import { scenariosCommand } from './commands/scenarios.ts'
import { schemaCommand } from './commands/schema.ts'
import { verifyAuditCommand } from './commands/verify-audit.ts'
import { workCommand } from './commands/work.ts'
import type { Terminal } from './terminal.ts'
import { WrongCall } from './wrong-call.ts'

const examples = `
Examples:
  npm run -s alongside -- samples
  npm run -s alongside -- assess packs/nine-steps/sample.yaml
  npm run -s alongside -- assess --help

The examples of each command say "alongside" for "npm run -s alongside --".

It leaves with 0 when it did what was asked (what is wrong in a case file is
among what it says), with 1 when files leave nothing to do or a check finds
something wrong in them, with 2 when the call was wrong.`

const program = (terminal: Terminal): Command => {
  const alongside = new Command('alongside')
    .description('Early help and family support: written procedures that run, and the work they ask for.')
    .version(packageJson.version)
    // So that `map --version DAY` means the procedure's version and not this program's.
    .enablePositionalOptions()
    .addCommand(serveCommand(terminal))
    .addCommand(workCommand(terminal))
    .addCommand(samplesCommand(terminal))
    .addCommand(assessCommand(terminal))
    .addCommand(assessWorkerCommand(terminal))
    .addCommand(explainCommand(terminal))
    .addCommand(compareCommand(terminal))
    .addCommand(mapCommand(terminal))
    .addCommand(checkCommand(terminal))
    .addCommand(scenariosCommand(terminal))
    .addCommand(schemaCommand(terminal))
    .addCommand(addAuthorityCommand(terminal))
    .addCommand(addUserCommand(terminal))
    .addCommand(rebuildCommand(terminal))
    .addCommand(verifyAuditCommand(terminal))
    .addCommand(backupCommand(terminal))
    .addCommand(restoreCommand(terminal))
    .addHelpText('after', examples)
  for (const command of [alongside, ...alongside.commands])
    command
      .exitOverride()
      .configureOutput({ writeOut: terminal.write, writeErr: terminal.complain })
      .configureHelp({ helpWidth: terminal.width })
      .showHelpAfterError(
        `How it is called: alongside${command === alongside ? '' : ` ${command.name()}`} --help`,
      )
  return alongside
}

/**
 * Carries out one call, and leaves with 0 when it did what was asked, 1 when files leave nothing to do, 2 when
 * the call was wrong. Whatever happens is said in words.
 *
 * @param args what follows the program's name
 */
export const runAlongside = async (args: readonly string[], terminal: Terminal): Promise<void> => {
  try {
    await program(terminal).parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) terminal.leaveWith(2)
      return
    }
    const words =
      error instanceof WrongCall ? error.message : `Something went wrong that should not: ${String(error)}`
    terminal.complain(`${words}\n`)
    terminal.leaveWith(2)
  }
}
