import type { Clock } from '../rules/clock.ts'
import { metMatches } from '../rules/clock-matches.ts'
import type { FieldKind } from '../event-field.ts'
import type { Match } from '../rules/match.ts'
import { meantOrKnown } from '../reading/nearest.ts'
import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { originOf } from './clock-origin.ts'
import { fieldAt } from './field-of.ts'
import { problemOf } from './speaker.ts'

type Wanted = {
  readonly field: string
  readonly in: readonly Match[]
  readonly kinds: readonly FieldKind[] | undefined
  readonly as: string
}

const wantedBy = (clock: Clock, clocks: readonly Clock[]): readonly Wanted[] => {
  const origin = originOf(clock, clocks)
  const periods = [clock.due.within, clock.due.aim].filter((period) => period?.kind === 'agreed')
  const met = metMatches(clock)
  const same = clock.met?.kind === 'events' ? clock.met.same : []
  return [
    ...periods.map((period) => ({
      field: period.field,
      in: origin,
      kinds: ['number' as const],
      as: 'a number',
    })),
    ...(clock.due.fromDate
      ? [{ field: clock.due.fromDate.field, in: origin, kinds: ['date', 'moment'] as const, as: 'a date' }]
      : []),
    ...(clock.due.order
      ? [{ field: 'date', in: clock.due.order.plannedBy, kinds: ['date', 'moment'] as const, as: 'a date' }]
      : []),
    ...same.map((field) => ({ field, in: [...origin, ...met], kinds: undefined, as: '' })),
  ]
}

/** Fields from which a clock takes a date, a number or what has to agree, and that are not there. */
export const clockFieldProblems = (version: Version): readonly Problem[] => {
  const { procedure, placed } = version
  return placed.flatMap(({ rule, line }) => {
    if (rule.kind !== 'clock') return []
    const speaker = { name: `${rule.clause}: `, line }
    return wantedBy(rule, procedure.clocks).flatMap((wanted) =>
      [...new Set(wanted.in.flatMap((match) => match.events))]
        .filter((event) => event in procedure.events)
        .flatMap((event) => {
          const found = fieldAt(procedure, event, wanted.field.split('.'))
          const text = `"${wanted.field}"`
          if ('unknown' in found)
            return problemOf(
              version,
              speaker,
              'unknown-field',
              wanted.field,
              `the event ${event} has no field ${text}.${meantOrKnown(found.unknown, found.known)}`,
            )
          return wanted.kinds === undefined || found.kind === 'free' || wanted.kinds.includes(found.kind)
            ? []
            : problemOf(
                version,
                speaker,
                'unknown-field',
                wanted.field,
                `the field ${text} of ${event} is not ${wanted.as}.`,
              )
        }),
    )
  })
}
