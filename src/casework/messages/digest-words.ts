import { longDayInWords } from '#calendar/day-in-words.ts'
import { parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, minutesOf, parseInstant, timeInWords } from '#calendar/instant.ts'
import type { InNoTeam } from '../referrals/in-no-team.ts'
import type { WorklistRow } from '../ports.ts'
import type { Links } from './post.ts'

/** What a digest says to one person. Rows about restricted families are counted and not listed. */
export type Digest = {
  readonly day: Day
  readonly overdue: readonly WorklistRow[]
  readonly today: readonly WorklistRow[]
  /** The referrals that are in no team's tray; null for who does not answer for them. */
  readonly inNoTeam: InNoTeam | null
  /** What is overdue in the teams that they manage and is for others to do; null for who manages none. */
  readonly team: {
    readonly overdue: readonly WorklistRow[]
    /** How much of it is about whose families; those without a worker last. */
    readonly each: readonly (readonly [whose: string, overdue: number])[]
  } | null
  /** Whether there is more than was counted. */
  readonly more: boolean
}

const longestList = 15

const dateInWords = (due: string | null): string | null => {
  const day = due === null ? undefined : parseDay(due)
  if (day !== undefined) return longDayInWords(day)
  const moment = due === null ? undefined : parseInstant(due)
  if (moment === undefined) return null
  return `${longDayInWords(dayOf(moment))} at ${timeInWords(minutesOf(moment))}`
}

const line = (due: 'was due' | 'due', row: WorklistRow): string => {
  const date = dateInWords(row.due)
  return `- ${row.reference}: ${row.title}${date === null ? '' : `, ${due} ${date}`}`
}

const andRestricted = (count: number): readonly string[] =>
  count > 0 ? [`- and ${count} for ${count === 1 ? 'a restricted family' : 'restricted families'}`] : []

const list = (due: 'was due' | 'due', rows: readonly WorklistRow[]): readonly string[] => {
  const open = rows.filter(({ restrictedTo }) => restrictedTo === null)
  const shown = open.slice(0, longestList)
  const restricted = rows.length - open.length
  return [
    ...shown.map((row) => line(due, row)),
    ...(open.length > shown.length ? [`- and ${open.length - shown.length} more`] : []),
    ...andRestricted(restricted),
  ]
}

const section = (
  title: string,
  due: 'was due' | 'due',
  rows: readonly WorklistRow[],
): readonly (readonly string[])[] =>
  rows.length === 0 ? [] : [[`${title}: ${rows.length}`, ...list(due, rows)]]

const teamSection = ({ team }: Digest): readonly (readonly string[])[] => {
  if (team === null || team.overdue.length === 0) return []
  const each = team.each.map(([whose, overdue]) => `- ${whose}: ${overdue}`)
  return [
    [`Overdue in your team, for others to do: ${team.overdue.length}`, ...each],
    ['The longest overdue of these', ...list('was due', team.overdue)],
  ]
}

const noTeamSection = ({ inNoTeam }: Digest): readonly (readonly string[])[] => {
  if (inNoTeam === null || inNoTeam.referrals.length === 0) return []
  const { referrals, more } = inNoTeam
  const open = referrals.filter(({ restrictedTo }) => restrictedTo === null)
  return [
    [
      `Referrals in no team: ${referrals.length}${more ? ' or more' : ''}`,
      ...open.map(({ reference, opened }) => `- ${reference}, since ${longDayInWords(dayOf(opened))}`),
      ...andRestricted(referrals.length - open.length),
    ],
  ]
}

/** Whether there is anything to say. */
export const saysSomething = ({ overdue, today, inNoTeam, team }: Digest): boolean =>
  overdue.length + today.length + (inNoTeam?.referrals.length ?? 0) + (team?.overdue.length ?? 0) > 0

/** `3 overdue, 2 due today, 1 in no team, 14 overdue in your team`. */
const inShort = ({ overdue, today, inNoTeam, team }: Digest): string =>
  [
    [overdue.length, 'overdue'],
    [today.length, 'due today'],
    [inNoTeam?.referrals.length ?? 0, 'in no team'],
    [team?.overdue.length ?? 0, 'overdue in your team'],
  ]
    .filter(([count]) => count !== 0)
    .map((part) => part.join(' '))
    .join(', ')

/** The words of a digest: references, what is due and when, and never the name of anybody in a family. */
export const digestWords = (
  digest: Digest,
  links: Links,
): { readonly subject: string; readonly body: string } => {
  const sections = [
    [longDayInWords(digest.day)],
    ...section('Overdue', 'was due', digest.overdue),
    ...section('Due today', 'due', digest.today),
    ...noTeamSection(digest),
    ...teamSection(digest),
    [
      ...(digest.more ? ['There is more than is counted here.'] : []),
      `All of it, with the families’ names: ${links.myWork}`,
    ],
  ]
  return {
    subject: `Your work: ${inShort(digest)}`,
    body: sections.map((lines) => lines.join('\n')).join('\n\n'),
  }
}
