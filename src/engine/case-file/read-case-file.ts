import type { Day } from '#calendar/day.ts'
import { formatDay } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import { parseInstant } from '#calendar/instant.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import { caseCodes, schemaProblems } from '#procedure/reading/schema-problems.ts'
import type { YamlSource } from '#procedure/reading/yaml-source.ts'
import { readYaml } from '#procedure/reading/yaml-source.ts'
import type { CaseEvent } from '../case-event.ts'
import type { CaseFile, WorkerFile } from './case-file.ts'
import { caseFileSchema, eventSchema, workerFileSchema } from './case-file-schema.ts'
import type { EventInput } from './case-file-schema.ts'
import { named, nameOf, twice } from './named-problems.ts'
import { dateReader } from './read-dates.ts'
import type { DateReader } from './read-dates.ts'
import { readPeople } from './read-people.ts'

export type Read<T> = {
  readonly file: T | undefined
  readonly source: YamlSource
  readonly problems: readonly Problem[]
}

const eventOf = (input: EventInput, at: Instant, dates: DateReader): CaseEvent => {
  const recorded = dates.instant(input.recorded, 'recorded') ?? at
  if (recorded < at)
    dates.complain(
      'case-end-before-start',
      'recorded',
      `It was written down (${input.recorded}) before it happened (${input.at}).`,
    )
  const { by, override } = input
  return {
    id: input.id,
    type: input.type,
    at,
    recorded: recorded < at ? at : recorded,
    by: by === undefined ? null : { role: by.role ?? null, id: by.id ?? null },
    data: input.data ?? {},
    override: override === undefined ? null : { role: override.by?.role ?? null, reason: override.reason },
  }
}

const readEvents = (
  source: YamlSource,
  values: readonly unknown[],
  problems: Problem[],
): readonly CaseEvent[] => {
  const events = new Map<string, CaseEvent>()
  values.forEach((value, i) => {
    const base = ['events', i]
    const name = nameOf('event', value, i)
    const read = eventSchema.safeParse(value)
    if (!read.success) {
      problems.push(
        ...schemaProblems(source, read.error, { base, codes: caseCodes, schema: eventSchema }).map(
          named(name),
        ),
      )
      return
    }
    const dates = dateReader(source, base, name, problems)
    const at = dates.instant(read.data.at, 'at')
    if (at === null) return
    const event = eventOf(read.data, at, dates)
    if (namesPrototype(value))
      dates.complain('case-unknown-field', 'data', '"__proto__" is not a field of it.')
    if (events.has(event.id)) problems.push(twice(source, base, name))
    else events.set(event.id, event)
  })
  return [...events.values()]
}

/** A key that no object can safely carry: reading the file leaves it out, so it is named here. */
const namesPrototype = (value: unknown): boolean => {
  const { data } = value as { readonly data?: unknown }
  return typeof data === 'object' && data !== null && Object.hasOwn(data, '__proto__')
}

type Shared = { version?: string | undefined; 'as-of'?: string | undefined }

const sharedDates = (
  source: YamlSource,
  read: Shared,
  problems: Problem[],
): { version: Day | null; asOf: Instant | null } => {
  const dates = dateReader(source, [], 'the file', problems)
  return { version: dates.day(read.version, 'version'), asOf: dates.instant(read['as-of'], 'as-of') }
}

const readText = <T>(
  text: string,
  file: string,
  from: (source: YamlSource) => Read<T>,
  remedy: string,
): Read<T> => {
  const { source, problems } = readYaml(text, file)
  if (problems.length > 0) return { file: undefined, source, problems }
  if (source.value !== null) return from(source)
  const empty = problemAt('case-missing-key', { file, line: 1 }, 'There is nothing in this file.', remedy)
  return { file: undefined, source, problems: [empty] }
}

/** Reads a case file from YAML or JSON: what is sound of it, and every problem with its line. */
export const readCaseFile = (text: string, file: string): Read<CaseFile> =>
  readText(
    text,
    file,
    caseFrom,
    'Write in it "procedure:", "people:" and "events:", as sample.yaml in a pack does.',
  )

/** Reads a case from YAML that has been taken apart already. */
export const caseFrom = (source: YamlSource): Read<CaseFile> => {
  const read = caseFileSchema.safeParse(source.value)
  if (!read.success)
    return {
      file: undefined,
      source,
      problems: schemaProblems(source, read.error, { codes: caseCodes, schema: caseFileSchema }),
    }
  const problems: Problem[] = []
  const people = readPeople(source, read.data.people ?? [], problems)
  const events = readEvents(source, read.data.events, problems)
  const caseFile = {
    procedure: read.data.procedure,
    people,
    events,
    ...sharedDates(source, read.data, problems),
  }
  return { file: caseFile, source, problems }
}

/** Reads a worker's file. The day on which the worker started stands in it as an event, `worker.started`. */
export const readWorkerFile = (text: string, file: string): Read<WorkerFile> =>
  readText(text, file, workerFrom, 'Write in it "procedure:", "worker:" and "events:".')

/** Reads a worker's file from YAML that has been taken apart already. */
export const workerFrom = (source: YamlSource): Read<WorkerFile> => {
  const read = workerFileSchema.safeParse(source.value)
  if (!read.success)
    return {
      file: undefined,
      source,
      problems: schemaProblems(source, read.error, { codes: caseCodes, schema: workerFileSchema }),
    }
  const problems: Problem[] = []
  const { worker } = read.data
  const started = dateReader(source, ['worker'], `worker ${worker.id}`, problems).day(
    worker.started,
    'started',
  )
  const events = readEvents(source, read.data.events, problems)
  const first = started === null ? [] : [startedOn(worker, started)]
  const workerFile = {
    procedure: read.data.procedure,
    worker: worker.id,
    events: [...first, ...events],
    ...sharedDates(source, read.data, problems),
  }
  return { file: workerFile, source, problems }
}

type Worker = { readonly id: string; readonly role?: string | undefined; readonly band?: number | undefined }

const startedOn = ({ role, band }: Worker, day: Day): CaseEvent => {
  const at = parseInstant(formatDay(day)) as Instant
  return {
    id: 'started',
    type: 'worker.started',
    at,
    recorded: at,
    by: null,
    data: { ...(role === undefined ? {} : { role }), ...(band === undefined ? {} : { band }) },
    override: null,
  }
}
