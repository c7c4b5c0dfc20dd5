import { dayInWords } from '#calendar/day-in-words.ts'
import type { Assessment } from '#engine/assess.ts'
import type { Page } from '../page.ts'
import { listed } from '#procedure/in-words.ts'
import { partHeading, wrapped } from '../page.ts'
import { roleInWords } from './obligation-lines.ts'

/** So many of the latest notices are shown, unless all are asked for. */
const latest = 5

const withClause = (text: string, clause: string): string => `${text} (${clause})`

const part = (title: string, lines: readonly string[], page: Page): readonly string[] =>
  lines.length === 0 ? [] : [...partHeading(title, page), ...lines]

const item = (text: string, { width }: Page): readonly string[] => wrapped(text, width, '  - ', '    ')

const whereTo = (to: string, { procedure }: Assessment): string =>
  procedure.steps.find(({ id }) => id === to)?.title ?? procedure.exits[to] ?? to

const decisionLines = (assessment: Assessment, page: Page): readonly string[] =>
  assessment.next.decisions.flatMap(({ title, by, outcomes, clause }) => [
    ...wrapped(title, page.width, '  ', '    ').map((line) => page.paint('bold', line)),
    ...wrapped(
      withClause(
        listed(
          by.map((role) => roleInWords(role, assessment.procedure)),
          'or',
        ),
        clause,
      ),
      page.width,
      '    ',
    ),
    ...outcomes.flatMap((outcome) =>
      wrapped(
        `${outcome.title}, leads to ${whereTo(outcome.to, assessment)}`,
        page.width,
        '    - ',
        '      ',
      ),
    ),
  ])

const reader = (to: string, assessment: Assessment): string =>
  roleInWords(to, assessment.procedure).replaceAll('-', ' ')

const noticeText = (
  { notice, entry }: Assessment['next']['notices'][number],
  assessment: Assessment,
): string => {
  const to = listed(notice.to.map((one) => reader(one, assessment)))
  const copy =
    notice.copy.length === 0 ? '' : `; copy to ${listed(notice.copy.map((one) => reader(one, assessment)))}`
  return withClause(`${dayInWords(entry.day)}: ${notice.title}. To ${to}${copy}`, notice.clause)
}

/** What the worker is asked, what may be decided or done, and who is told: the parts about what comes next. */
export const nextParts = (assessment: Assessment, all: boolean, page: Page): readonly string[] => {
  const { prompts, options, notices } = assessment.next
  const told = notices.toSorted((a, b) => b.entry.seq - a.entry.seq)
  const shown = all ? told : told.slice(0, latest)
  const hidden = told.length - shown.length
  return [
    ...part(
      'Ask yourself',
      prompts.flatMap(({ question, clause }) => item(withClause(question, clause), page)),
      page,
    ),
    ...part(
      'May happen next',
      [
        ...decisionLines(assessment, page),
        ...options.flatMap(({ says, clause }) => item(withClause(says, clause), page)),
      ],
      page,
    ),
    ...part(
      'Who is told',
      [
        ...shown.flatMap((one) => item(noticeText(one, assessment), page)),
        ...(hidden === 0 ? [] : [page.paint('dim', `    and ${hidden} before; --all shows them`)]),
      ],
      page,
    ),
  ]
}
