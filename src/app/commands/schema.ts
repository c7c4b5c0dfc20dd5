import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Argument, Command } from 'commander'
import { jsonSchemas } from '#procedure/reading/json-schema.ts'
import type { Terminal } from '../terminal.ts'
import { WrongCall } from '../wrong-call.ts'

const examples = `
Examples:
  alongside schema
  alongside schema form
  alongside schema --write docs`

const text = (name: string): string => `${JSON.stringify(jsonSchemas[name]?.(), null, 2)}\n`

/** The files that publish the schemas, each with its text. */
export const schemaFiles = (): readonly { readonly name: string; readonly text: string }[] =>
  Object.keys(jsonSchemas).map((name) => ({ name: `${name}.schema.json`, text: text(name) }))

const writeAll = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true })
    for (const file of schemaFiles()) writeFileSync(join(folder, file.name), file.text)
  } catch {
    throw new WrongCall(`The schemas cannot be written to ${folder}. Name a folder that you may write to.`)
  }
}

/** `alongside schema`: what may be written in a pack, as JSON Schema for editors. */
export const schemaCommand = (terminal: Terminal): Command =>
  new Command('schema')
    .description('print what may be written in a pack as JSON Schema, for editors')
    .addArgument(new Argument('[name]', 'which one').choices(Object.keys(jsonSchemas)).default('rule-block'))
    .option('--write <folder>', 'write all of them to a folder instead')
    .addHelpText('after', examples)
    .action((name: string, { write }: { readonly write?: string }) => {
      if (write === undefined) terminal.write(text(name))
      else writeAll(write)
    })
