import type { Day } from '#calendar/day.ts'
import { formatDay, parseDay } from '#calendar/day.ts'
import { dayInWords } from '#calendar/day-in-words.ts'
import type { Instant } from '#calendar/instant.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Era } from '#engine/history/eras.ts'
import type { CaseEvent } from '#engine/case-event.ts'
import type { CaseFile } from '#engine/case-file/case-file.ts'
import { effectiveEvents, happenedBy } from '#engine/history/effective-events.ts'
import type { Pack, Version } from '#procedure/pack.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import { versionInForce } from '#procedure/version-in-force.ts'
import { listed } from '#procedure/in-words.ts'

/** Where a key of the file stands, or a field of an event. */
export type PlaceInFile = (path: readonly PropertyKey[]) => { readonly file: string; readonly line: number }

type Chosen = { readonly version: Version | undefined; readonly problems: readonly Problem[] }

/** The version in force for a case, and those before it. */
type VersionOfCase = Chosen & { readonly earlier: readonly Era[] }

const versionOf = (pack: Pack, day: Day): Version | undefined =>
  pack.versions.find(({ procedure }) => procedure.version === day)

const thereAre = ({ versions }: Pack): string =>
  versions.length === 0
    ? 'No version of it can be read.'
    : `There ${versions.length === 1 ? 'is' : 'are'} ${listed(versions.map(({ procedure }) => formatDay(procedure.version)))}.`

const first = (pack: Pack, file: Pick<CaseFile, 'version'>, began: Day, place: PlaceInFile): Chosen => {
  if (file.version !== null) {
    const version = versionOf(pack, file.version)
    const what = `${pack.id} has no version of ${formatDay(file.version)}. ${thereAre(pack)}`
    return {
      version,
      problems: version ? [] : [problemAt('case-no-version', place(['version']), what)],
    }
  }
  const version = versionInForce(pack, began)
  const what = `No version of ${pack.id} was in force on ${dayInWords(began)}, when the case began. ${thereAre(pack)}`
  return { version, problems: version ? [] : [problemAt('case-no-version', place(['events']), what)] }
}

const changed = (
  current: Version,
  { id, type, data }: Pick<CaseEvent, 'id' | 'type' | 'data'>,
  pack: Pack,
  place: PlaceInFile,
): Chosen => {
  const text = typeof data['to'] === 'string' ? data['to'] : ''
  const to = parseDay(text)
  const version = to === undefined ? undefined : versionOf(pack, to)
  if (version !== undefined) return { version, problems: [] }
  const what = `event ${id} (${type}): ${pack.id} has no version "${text}". ${thereAre(pack)}`
  return { version: current, problems: [problemAt('case-no-version', place([id, 'to']), what)] }
}

const firstOf = (events: readonly CaseEvent[]): Instant | undefined =>
  events.map(({ at }) => at).toSorted((a, b) => a - b)[0]

/**
 * The version that a case runs on at a moment: the one that its file names or that was in force when it began,
 * then each to which a person has moved it since (`procedure.changed`).
 */
export const versionOfCase = (
  pack: Pack,
  file: Pick<CaseFile, 'version' | 'events'>,
  asOf: Instant,
  placeOfKey: PlaceInFile,
  placeOfEvent: PlaceInFile,
): VersionOfCase => {
  const happened = effectiveEvents(happenedBy(file.events, asOf), new Map())
  // Before anything has happened, the case is looked at under the version that it will begin with.
  const beginning = happened[0]?.at ?? firstOf(file.events) ?? asOf
  const earlier: Era[] = []
  let { version, problems } = first(pack, file, dayOf(beginning), placeOfKey)
  for (const event of happened.filter(({ type }) => type === 'procedure.changed')) {
    if (version === undefined) break
    const next = changed(version, event, pack, placeOfEvent)
    if (next.version !== version) earlier.push({ procedure: version.procedure, until: event.at })
    version = next.version
    problems = [...problems, ...next.problems]
  }
  return { version, problems, earlier }
}
