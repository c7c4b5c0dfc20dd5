import { dayInWords, longDayInWords } from '#calendar/day-in-words.ts'
import { dayOf, minutesOf, timeInWords } from '#calendar/instant.ts'
import type { Assessment, Stood } from '#engine/assess.ts'
import type { OpenedCase } from '../open-case.ts'
import type { Page } from '../page.ts'
import { capital, counted, listed } from '#procedure/in-words.ts'
import { partHeading, wrapped } from '../page.ts'
import { gatePart } from './gate-lines.ts'
import { nextParts } from './next-lines.ts'
import { obligationLines } from './obligation-lines.ts'
import { problemLines } from './problem-lines.ts'
import type { GroupName } from '#engine/standing/standing-groups.ts'
import { groupNames, groupsOf } from '#engine/standing/standing-groups.ts'
import { watchPart } from './watch-lines.ts'

const titles: Readonly<Record<GroupName, string>> = {
  overdue: 'Overdue',
  'to decide': 'A person has to decide the date',
  'due soon': 'Due soon',
  due: 'Due',
  'no limit': 'To do, without a limit',
  planned: 'Planned next',
  paused: 'Paused',
  explained: 'Explained',
  met: 'Done',
  lapsed: 'No longer asked',
}

const ended: ReadonlySet<GroupName> = new Set(['met', 'lapsed'])

/** Which procedure, where the case stands in it, and at which moment. */
export const headingLines = (
  { procedure, asOf, step, closed, worker }: Assessment,
  page: Page,
): readonly string[] => {
  const { width, paint } = page
  const day = longDayInWords(dayOf(asOf))
  const when = `${day}, ${timeInWords(minutesOf(asOf))}`
  const title = procedure.steps.find(({ id }) => id === step)?.title
  const stands = closed ? 'Closed' : title === undefined ? 'Not begun yet' : `Step: ${title}`
  return [
    ...wrapped(`${procedure.title}${worker === null ? '' : `: ${worker}`}`, width).map((one) =>
      paint('bold', one),
    ),
    ...(worker === null ? wrapped(stands, width) : []),
    ...wrapped(`As of ${when}`, width),
    ...wrapped(`In the version in force from ${dayInWords(procedure.version)}`, width).map((one) =>
      paint('dim', one),
    ),
  ]
}

/** One group of obligations under its title. */
export const groupPart = (
  name: GroupName,
  members: readonly Stood[],
  { assessment, names }: OpenedCase,
  page: Page,
): readonly string[] => [
  ...partHeading(titles[name], page),
  members.map((one) => obligationLines(one, assessment, names, page).join('\n')).join('\n\n'),
]

const endedLine = ({ obligations }: Assessment): string => {
  const count = (standing: Stood['standing']): number =>
    obligations.filter((one) => one.standing === standing).length
  const late = count('met-late')
  const done = count('met') + late
  const lapsed = count('lapsed')
  const parts = [
    ...(done > 0 ? [`${done} done${late > 0 ? `, ${late} of them late` : ''}`] : []),
    ...(lapsed > 0 ? [`${lapsed} no longer asked`] : []),
  ]
  return parts.length === 0 ? '' : `${capital(listed(parts))}.`
}

/** What was wrong in a file that could be assessed all the same. */
const problemPart = ({ assessment: { problems } }: OpenedCase, page: Page): readonly string[] =>
  problems.length === 0
    ? []
    : [
        ...partHeading(`${counted(problems.length, 'problem')} in the file`, page),
        ...problemLines(problems, page),
      ]

/** How a case, or a worker, stands: the whole page as text. `all` shows what is over as well. */
export const standingPage = (opened: OpenedCase, all: boolean, page: Page): string => {
  const { assessment, names } = opened
  const groups = groupsOf(assessment)
  const shown = groupNames.filter((name) => groups.has(name) && (all || !ended.has(name)))
  const over = all ? '' : endedLine(assessment)
  const nothing = shown.some((name) => !ended.has(name)) ? [] : ['', 'Nothing is asked for at this moment.']
  return [
    ...headingLines(assessment, page),
    ...nothing,
    ...shown.flatMap((name) => groupPart(name, groups.get(name) ?? [], opened, page)),
    ...gatePart(assessment, names, page),
    ...watchPart(assessment, names, page),
    ...nextParts(assessment, all, page),
    ...(over === ''
      ? []
      : ['', ...wrapped(`${over} To see them: --all`, page.width).map((line) => page.paint('dim', line))]),
    ...problemPart(opened, page),
    '',
  ].join('\n')
}
