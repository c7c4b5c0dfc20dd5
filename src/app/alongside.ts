#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { checkCommand } from './commands/check.ts'
import { schemaCommand } from './commands/schema.ts'
import { scenariosCommand } from './commands/scenarios.ts'
import { WrongCall } from './wrong-call.ts'

const program = new Command('alongside')
  .description('Early help and family support: written procedures that run, and the work they ask for.')
  .version(packageJson.version)
  .addCommand(checkCommand())
  .addCommand(scenariosCommand())
  .addCommand(schemaCommand())

for (const command of [program, ...program.commands]) command.exitOverride()

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else {
    const isWrongCall = error instanceof WrongCall
    const words = isWrongCall ? error.message : `Something went wrong that should not: ${String(error)}`
    process.stderr.write(`${words}\n`)
    process.exitCode = 2
  }
}
