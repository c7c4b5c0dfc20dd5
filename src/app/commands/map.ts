import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { formatDay } from '#calendar/day.ts'
import { workflowMap } from '#procedure/map/workflow-map.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { packsNamed, readDocuments } from '../find-pack.ts'
import type { Terminal } from '../terminal.ts'
import { WrongCall } from '../wrong-call.ts'

type Asked = { readonly version?: string; readonly out?: string }

const examples = `
Examples:
  alongside map packs/nine-steps > map.svg
  alongside map packs/nine-steps --out map.svg
  alongside map packs/nine-steps --version 2026-01-01 --out map.svg

Open the file in a browser to see or print it.`

const procedureOf = (folder: string, version: string | undefined): Procedure => {
  const [only = folder, second] = packsNamed([folder])
  if (second !== undefined) throw new WrongCall(`${folder} holds several packs. Name one, such as ${only}.`)
  const { pack } = readDocuments(only)
  const days = pack.versions.map(({ procedure }) => formatDay(procedure.version))
  const found =
    version === undefined
      ? pack.versions.at(-1)
      : pack.versions.find(({ procedure }) => formatDay(procedure.version) === version)
  if (found !== undefined) return found.procedure
  if (days.length === 0) {
    throw new WrongCall(`${folder} holds no procedure that can be read. alongside check ${folder} says why.`)
  }
  throw new WrongCall(`${folder} has no version of ${version}. It has ${days.join(', ')}.`)
}

const write = (file: string, text: string): void => {
  try {
    writeFileSync(file, text)
  } catch {
    throw new WrongCall(
      `The map cannot be written to ${file}. Name a file in a folder that you may write to.`,
    )
  }
}

/** `alongside map`: draws the workflow map of a procedure. */
export const mapCommand = (terminal: Terminal): Command =>
  new Command('map')
    .description('draw the workflow map of a written procedure, as an SVG picture')
    .argument('<pack>', 'the id of a pack, or its folder')
    .option('--version <day>', 'the version in force from this day; the latest unless said')
    .option('--out <file>', 'write the picture to a file instead')
    .addHelpText('after', examples)
    .action((folder: string, { version, out }: Asked) => {
      const text = workflowMap(procedureOf(folder, version))
      if (out === undefined) terminal.write(text)
      else write(out, text)
    })
