import type { Assessment, Stood } from '#engine/assess.ts'
import { becauseOf } from '#engine/because/because.ts'
import type { Subject } from '#engine/obligation.ts'
import type { Page } from '../page.ts'
import { acrossTheLine, wrapped } from '../page.ts'
import type { Paint } from '../terminal.ts'
import { standingDateInWords } from '#engine/standing/standing-in-words.ts'

export type Names = ReadonlyMap<string, string>

/** A person by name where the file gives one, else by id. */
export const nameOf = (id: string, names: Names): string => names.get(id) ?? id

/** For whom an obligation stands, where that is not plainly the case: `, for Ada`. */
const forWhom = (subject: Subject, names: Names): string =>
  subject.kind === 'person' ? `, for ${nameOf(subject.id, names)}` : ''

/** The word that the authority has for a role. */
export const roleInWords = (role: string, { roles }: Assessment['procedure']): string => roles[role] ?? role

const colours: Readonly<Record<Stood['standing'], Parameters<Paint>[0]>> = {
  overdue: 'red',
  'due-soon': 'yellow',
  open: 'green',
  planned: 'cyan',
  paused: 'magenta',
  explained: 'magenta',
  met: 'green',
  'met-late': 'yellow',
  lapsed: 'dim',
}

const indent = '  '
const deeper = '    '

/** Two things on a line, the second at its edge; one under the other where they do not fit. */
const pairLines = (
  left: string,
  format: Parameters<Paint>[0],
  from: string,
  right: string,
  { width, paint }: Page,
): readonly string[] => {
  const line = acrossTheLine(`${from}${left}`, right, width)
  if (line === undefined)
    return [
      ...wrapped(left, width, from, deeper).map((one) => paint(format, one)),
      ...wrapped(right, width, deeper).map((one) => paint('dim', one)),
    ]
  const edge = line.length - right.length
  return [`${paint(format, line.slice(0, edge))}${paint('dim', right)}`]
}

/**
 * One obligation: its title with the clause, its date, whose it is, and why the date is what it is. An action
 * of a plan stands with what was agreed.
 */
export const obligationLines = (
  stood: Stood,
  assessment: Assessment,
  names: Names,
  page: Page,
): readonly string[] => {
  const { obligation, standing } = stood
  const { procedure, calendar } = assessment
  const { clock, undecided } = obligation
  const what = obligation.startEntry?.data['what']
  const about = typeof what === 'string' ? `: ${what}` : ''
  const title = `${clock.title}${forWhom(obligation.subject, names)}${about}`
  const date =
    undecided === null || standing === 'planned' ? standingDateInWords(stood, assessment) : 'has no date'
  const why = wrapped(becauseOf(obligation, procedure, calendar), page.width, deeper)
  return [
    ...pairLines(title, 'bold', indent, clock.clause, page),
    ...pairLines(date, colours[standing], deeper, roleInWords(clock.owner, procedure), page),
    ...why.map((line) => page.paint('dim', line)),
  ]
}
