import type { OpenedCase } from '../open-case.ts'
import type { Page } from '../page.ts'
import { counted, listed } from '#procedure/in-words.ts'
import { wrapped } from '../page.ts'
import { problemLines } from './problem-lines.ts'
import type { GroupName } from '#engine/standing/standing-groups.ts'
import { groupsOf } from '#engine/standing/standing-groups.ts'
import { groupPart, headingLines } from './standing-page.ts'

/** What a first look needs; the rest is counted. */
const shown: readonly GroupName[] = ['overdue', 'to decide', 'due soon', 'due', 'paused', 'explained']

const restInWords = ({ assessment }: OpenedCase): string => {
  const groups = groupsOf(assessment)
  const size = (name: GroupName): number => groups.get(name)?.length ?? 0
  const shut = assessment.gates.filter(({ open }) => !open).length
  const parts = [
    ...(size('no limit') > 0 ? [`${size('no limit')} to do without a limit`] : []),
    ...(size('planned') > 0 ? [`${size('planned')} planned`] : []),
    ...(size('met') > 0 ? [`${size('met')} done`] : []),
    ...(size('lapsed') > 0 ? [`${size('lapsed')} no longer asked`] : []),
    ...(shut > 0 ? [counted(shut, 'thing in the way', 'things in the way')] : []),
  ]
  return parts.length === 0 ? '' : `Also: ${listed(parts)}.`
}

const ruleAcross = ({ width, paint }: Page): string => paint('dim', '─'.repeat(width))

/** A sample case at a first look: what is overdue and due, and how to see the rest. */
export const samplePage = (opened: OpenedCase, path: string, page: Page): string => {
  const groups = groupsOf(opened.assessment)
  const parts = shown.flatMap((name) => {
    const members = groups.get(name)
    return members === undefined ? [] : groupPart(name, members, opened, page)
  })
  const rest = restInWords(opened)
  return [
    ruleAcross(page),
    ...headingLines(opened.assessment, page),
    ...(parts.length === 0 ? ['', 'Nothing is overdue or due at this moment.'] : parts),
    '',
    ...(rest === '' ? [] : wrapped(rest, page.width)),
    page.paint('dim', `npm run -s alongside -- assess ${path}`),
    ...problemLines(opened.assessment.problems, page),
    '',
  ].join('\n')
}

/** The rule of the first thing that a sample shows, for trying out how its date is explained. */
export const firstRuleShown = ({ assessment }: OpenedCase): string | undefined => {
  const groups = groupsOf(assessment)
  const [first] = shown.flatMap((name) => groups.get(name) ?? [])
  return first?.obligation.clock.id
}
