import { dayInWords } from '#calendar/day-in-words.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Assessment } from '#engine/assess.ts'
import type { Page } from '../page.ts'
import { counted } from '#procedure/in-words.ts'
import { partHeading, wrapped } from '../page.ts'
import type { Names } from './obligation-lines.ts'
import { nameOf } from './obligation-lines.ts'

type Watched = Assessment['watches'][number]

const ago = (day: Day, today: Day): string =>
  day === today ? 'today' : day === today - 1 ? 'yesterday' : `${counted(today - day, 'day')} ago`

const dated = (last: NonNullable<Watched['last']>, today: Day): string =>
  `${dayInWords(last.day)}, ${ago(last.day, today)}`

const lastInWords = ({ last, lastAlone, subject }: Watched, today: Day): string => {
  if (last === null) return 'not yet'
  const seen = `last ${dated(last, today)}`
  if (subject.kind !== 'person') return seen
  return lastAlone === null ? `${seen}; not yet alone` : `${seen}; alone ${dated(lastAlone, today)}`
}

const watchInWords = (watched: Watched, today: Day): string => {
  const { watch, since, days, count, reached } = watched
  switch (watch.of.kind) {
    case 'last':
      return lastInWords(watched, today)
    case 'length': {
      if (since === null || days === null) return 'not now'
      const marks = reached.length === 0 ? '' : `; longer than ${reached.at(-1) ?? ''}`
      return `since ${dayInWords(since)}, ${counted(days, 'day')}${marks}`
    }
    default:
      return `${count ?? 0} of ${watch.of.reaches}`
  }
}

const line = (name: string, words: string, { width, paint }: Page): readonly string[] => {
  const [first = '', ...rest] = wrapped(`${name}: ${words}`, width, '  ', '    ')
  const bold = name.length + 3
  return [
    first.length >= bold ? `${paint('bold', first.slice(0, bold))}${first.slice(bold)}` : first,
    ...rest,
  ]
}

/** Who was last seen, and last seen alone, child by child; then whatever else the procedure keeps in view. */
export const watchPart = (assessment: Assessment, names: Names, page: Page): readonly string[] => {
  const today = dayOf(assessment.asOf)
  const ofPeople = Map.groupBy(
    assessment.watches.filter(({ subject }) => subject.kind === 'person'),
    ({ watch }) => watch.title,
  )
  const others = assessment.watches.filter(
    ({ subject, last, since, count }) =>
      subject.kind !== 'person' && (last !== null || since !== null || (count ?? 0) > 0),
  )
  const people = [...ofPeople].flatMap(([title, watches]) => [
    ...partHeading(title, page),
    ...watches.flatMap((watched) =>
      line(
        'id' in watched.subject ? nameOf(watched.subject.id, names) : '',
        watchInWords(watched, today),
        page,
      ),
    ),
  ])
  const rest = others.flatMap((watched) => line(watched.watch.title, watchInWords(watched, today), page))
  return [...people, ...(rest.length === 0 ? [] : [...partHeading('Kept in view', page), ...rest])]
}
