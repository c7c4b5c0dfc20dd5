import { parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Assessment } from '#engine/assess.ts'
import { assess, assessWorker } from '#engine/assess.ts'
import type { CaseEvent } from '#engine/case-event.ts'
import type { CaseFile, WorkerFile } from '#engine/case-file/case-file.ts'
import { unknownRecorders } from '#engine/case-file/unknown-recorders.ts'
import type { Read } from '#engine/case-file/read-case-file.ts'
import { readCaseFile, readWorkerFile } from '#engine/case-file/read-case-file.ts'
import { didYouMean } from '#procedure/reading/nearest.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import type { YamlSource } from '#procedure/reading/yaml-source.ts'
import type { PackShelf } from './find-pack.ts'
import { readDocuments } from './find-pack.ts'
import { counted, listed } from '#procedure/in-words.ts'
import { placesIn, textsById } from './places-in-file.ts'
import { versionOfCase } from './version-of-case.ts'
import { WrongCall } from './wrong-call.ts'

export type About = 'case' | 'worker' | 'either'

/** What a case is opened with. */
export type Asked = {
  /** What the file is called in messages. */
  readonly name: string
  readonly text: string
  /** `either`: whichever the file turns out to be about. */
  readonly about: About
  readonly asOf: Instant | null
  readonly now: Instant
  readonly shelf: PackShelf
  readonly calendar: WorkingCalendar
}

/** A case at a moment, with everything that was wrong in its file among the problems. */
export type OpenedCase = {
  readonly assessment: Assessment
  readonly events: readonly CaseEvent[]
  /** People's names by their ids, where the file gives them. */
  readonly names: ReadonlyMap<string, string>
  /** Said beside the rest: the procedure itself cannot be read in full. */
  readonly warning: string | null
}

/** Either a case, or the problems that leave nothing to assess. */
export type Opening = { readonly opened: OpenedCase | undefined; readonly problems: readonly Problem[] }

/**
 * The moment that a call asks about.
 *
 * @throws WrongCall when it is none
 */
export const momentAsked = (text: string | undefined): Instant | null => {
  if (text === undefined) return null
  const moment = parseInstant(text)
  const year = Number(text.slice(0, 4))
  if (moment === undefined || year < 1990 || year > 2140)
    throw new WrongCall(
      `--as-of ${text} is not a moment that can be counted from. Write it as 2026-03-10T09:00, or a day as 2026-03-10.`,
    )
  return moment
}

const hasKey = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && key in value

const isAboutWorker = ({ value }: YamlSource): boolean => hasKey(value, 'worker') && !hasKey(value, 'people')

const checkKind = (source: YamlSource, { name, about }: Asked): void => {
  if (about === 'case' && isAboutWorker(source))
    throw new WrongCall(`${name} is about a worker. For that there is: alongside assess-worker ${name}`)
  if (about === 'worker' && hasKey(source.value, 'people'))
    throw new WrongCall(`${name} is about a case. For that there is: alongside assess ${name}`)
}

const noPack = (procedure: string, { shelf }: Asked, place: { file: string; line: number }): Problem => {
  const known = [...shelf.folders.keys()]
  const what = `There is no procedure "${procedure}" in ${shelf.place}.${didYouMean(procedure, known)}`
  return problemAt('case-no-procedure', place, what, `Name one of these: ${listed(known, 'or')}.`)
}

const read = ({ about, text, name }: Asked): Read<CaseFile | WorkerFile> => {
  if (about === 'worker') return readWorkerFile(text, name)
  const asCase = readCaseFile(text, name)
  return about === 'either' && isAboutWorker(asCase.source) ? readWorkerFile(text, name) : asCase
}

const byLine = (a: Problem, b: Problem): number => a.line - b.line

/**
 * Reads a case or worker's file, finds its procedure in the version that it runs on, and assesses it.
 *
 * @throws WrongCall when the file is of the other kind
 */
export const openCase = (asked: Asked): Opening => {
  const { file, source, problems: wrong } = read(asked)
  if (file === undefined) {
    checkKind(source, asked)
    return { opened: undefined, problems: wrong }
  }
  const { placeOfKey, placeOfEvent } = placesIn(source)
  const folder = asked.shelf.folders.get(file.procedure)
  if (folder === undefined)
    return {
      opened: undefined,
      problems: [...wrong, noPack(file.procedure, asked, placeOfKey(['procedure']))],
    }
  const asOf = asked.asOf ?? file.asOf ?? asked.now
  const documents = readDocuments(folder)
  const chosen = versionOfCase(documents.pack, file, asOf, placeOfKey, ([id, field]) =>
    placeOfEvent(String(id), String(field)),
  )
  const { version, earlier } = chosen
  if (version === undefined) return { opened: undefined, problems: [...wrong, ...chosen.problems] }
  const { procedure } = version
  const place = (event: CaseEvent, field?: string) => placeOfEvent(event.id, field)
  const facts = { procedure, events: file.events, calendar: asked.calendar, asOf, place, earlier }
  const assessment =
    'worker' in file ? assessWorker(facts, file.worker) : assess({ ...facts, people: file.people })
  const problems = [
    ...wrong,
    ...chosen.problems,
    ...unknownRecorders(facts),
    ...assessment.problems,
  ].toSorted(byLine)
  const amiss = documents.problems.filter((problem) => problem.file === version.document.path).length
  return {
    opened: {
      assessment: { ...assessment, problems },
      events: file.events,
      names: textsById(source, 'people', 'name'),
      warning:
        amiss === 0
          ? null
          : `The procedure itself has ${counted(amiss, 'problem')}, so some of it may be missing here. To see them: alongside check ${documents.folder}`,
    },
    problems,
  }
}
