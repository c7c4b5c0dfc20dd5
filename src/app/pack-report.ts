import { formatDay } from '#calendar/day.ts'
import { checkScenarios } from '#engine/scenarios/check-scenarios.ts'
import { checkPack } from '#procedure/check/check-pack.ts'
import type { Pack } from '#procedure/pack.ts'
import type { Problem } from '#procedure/problem.ts'
import type { ClauseCount } from '#procedure/clause-count.ts'
import { countClauses } from '#procedure/clause-count.ts'
import { readPack } from '#procedure/reading/read-pack.ts'
import { publicCalendar } from './public-calendar.ts'
import type { PackFolder } from './read-pack-folder.ts'

/** What the check found in one pack. */
export type PackReport = {
  readonly pack: Pack
  readonly folder: string
  readonly versions: readonly {
    readonly version: string
    readonly title: string
    readonly count: ClauseCount
  }[]
  /** In the order of the files and their lines. */
  readonly problems: readonly Problem[]
}

const calendar = publicCalendar()

const byPlace = (a: Problem, b: Problem): number => a.file.localeCompare(b.file, 'en') || a.line - b.line

/** Reads and checks one pack. */
export const reportOn = ({ id, folder, files, problems: unread }: PackFolder): PackReport => {
  const { pack, problems } = readPack(id, files)
  return {
    pack,
    folder,
    versions: pack.versions.map(({ procedure }) => ({
      version: formatDay(procedure.version),
      title: procedure.title,
      count: countClauses(procedure),
    })),
    problems: [
      ...unread,
      ...problems,
      ...checkPack(pack),
      ...pack.versions.flatMap((version) => checkScenarios(version, calendar).problems),
    ].toSorted(byPlace),
  }
}
