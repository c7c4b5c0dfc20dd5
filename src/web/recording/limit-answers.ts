import type { CasePerson } from '#casework/case/case-record.ts'
import type { RunningLimit } from '#casework/asking/running-limits.ts'
import { capital } from '#procedure/in-words.ts'
import { dueInWords } from './beside-form.ts'
import type { Answer } from './question.ts'

type People = readonly Pick<CasePerson, 'id' | 'name'>[]
type Run = RunningLimit['runs'][number]

const dateOf = ({ due, standing }: Run): string => {
  if (due === null) return 'stands still, without a date meanwhile'
  return standing === 'overdue' ? `was due ${dueInWords(due)}` : `due ${dueInWords(due)}`
}

/** For whom or what it runs, and until when. */
const runInWords = (run: Run, people: People): string => {
  const about = people.find(({ id }) => id === run.person)?.name ?? run.deed
  return about === null ? dateOf(run) : `${about}: ${dateOf(run)}`
}

const runsInWords = (runs: RunningLimit['runs'], people: People): string =>
  capital([...new Set(runs.map((run) => runInWords(run, people)))].join('; '))

/** What a pause does to it that one would not expect. */
const unexpected = (runs: RunningLimit['runs']): readonly string[] => {
  const overdue = runs.filter(({ standing }) => standing === 'overdue')
  const given = runs.filter(({ moves, standing }) => !moves && standing !== 'overdue')
  return [
    ...(overdue.length === 0
      ? []
      : [
          overdue.length === runs.length
            ? 'It stays overdue while it is paused'
            : 'What is overdue stays overdue',
        ]),
    ...(given.length === 0 ? [] : ['A date that was agreed does not move']),
  ]
}

/** The time limits that can be paused, or go on, each with its date for everybody for whom it runs. */
export const limitAnswers = (
  type: string,
  limits: readonly RunningLimit[],
  people: People,
): readonly Answer[] => {
  const isPausing = type === 'clock.paused'
  const own = limits.map(({ rule, title, runs }): Answer => {
    const said = [runsInWords(runs, people), ...(isPausing ? unexpected(runs) : [])]
    return { value: rule, text: title, hint: `${said.join('. ')}.` }
  })
  if (limits.length === 0 && !isPausing) return []
  const all = isPausing ? 'Also those that begin while they are paused.' : undefined
  return [...own, { value: 'all', text: 'All of them', hint: all }]
}
