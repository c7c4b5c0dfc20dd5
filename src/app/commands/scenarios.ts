import { join } from 'node:path'
import { Command } from 'commander'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { formatDay } from '#calendar/day.ts'
import type { ScenarioResult } from '#engine/scenarios/run-scenarios.ts'
import { checkScenarios } from '#engine/scenarios/check-scenarios.ts'
import { readPack } from '#procedure/reading/read-pack.ts'
import { publicCalendar } from '../public-calendar.ts'
import { asCalled, ownPacks, packsNamed } from '../find-pack.ts'
import { readPackFolder } from '../read-pack-folder.ts'
import type { Terminal } from '../terminal.ts'

const resultLines = (
  { scenario, differs, line }: ScenarioResult,
  all: boolean,
  { paint }: Terminal,
): readonly string[] => {
  if (differs.length === 0) return all ? [`  ${paint('green', 'holds')}  ${scenario.scenario}`] : []
  return [
    `  ${paint('red', 'differs')}  ${scenario.scenario} ${paint('dim', `line ${line}`)}`,
    ...differs.map((one) => `      ${one}`),
  ]
}

const counted = (hold: number, differ: number, others: number): string =>
  [
    hold === 1 ? '1 scenario holds' : `${hold} scenarios hold`,
    differ === 1 ? '1 differs' : `${differ} differ`,
    others === 1 ? '1 other problem' : `${others} other problems`,
  ].join(', ')

const runPack = (folder: string, all: boolean, calendar: WorkingCalendar, terminal: Terminal): boolean => {
  const { paint, write } = terminal
  const { id, files } = readPackFolder(folder)
  const { pack } = readPack(id, files)
  let sound = true
  for (const version of pack.versions) {
    const { results, problems } = checkScenarios(version, calendar)
    for (const [file, own] of Map.groupBy(results, (result) => result.file)) {
      const lines = own.flatMap((result) => resultLines(result, all, terminal))
      if (lines.length > 0) write(`${paint('underline', join(folder, file))}\n${lines.join('\n')}\n`)
    }
    const told = new Set(results.flatMap((result) => result.problems))
    const others = problems.filter((problem) => problem.code !== 'scenario-fails' && !told.has(problem))
    for (const { file, line, what } of others) write(`  ${paint('yellow', `${file}:${line}`)}  ${what}\n`)
    const failed = results.filter(({ differs }) => differs.length > 0).length
    sound &&= problems.length === 0
    write(
      `${pack.id} ${formatDay(version.procedure.version)}: ${counted(results.length - failed, failed, others.length)}\n`,
    )
  }
  return sound
}

const examples = `
Examples:
  alongside scenarios
  alongside scenarios packs/nine-steps --all`

/** `alongside scenarios`: runs the scenarios of packs. Exit status 1 when any does not hold. */
export const scenariosCommand = (terminal: Terminal): Command =>
  new Command('scenarios')
    .description('run the scenarios of written procedures, and say what differs')
    .argument('[folders...]', 'folders of packs or their ids, or a folder that holds them', [
      asCalled(ownPacks),
    ])
    .option('--all', 'show the scenarios that hold as well')
    .addHelpText('after', examples)
    .action((folders: readonly string[], { all }: { all?: true }) => {
      const calendar = publicCalendar()
      const sound = packsNamed(folders).map((folder) => runPack(folder, all === true, calendar, terminal))
      if (sound.includes(false)) terminal.leaveWith(1)
    })
