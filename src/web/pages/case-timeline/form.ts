import type { TimelineFilter } from '#casework/case/case-timeline.ts'
import { pageIn } from '../../page-in.ts'

/** How far back one can look at once: the value in the address, its words, and the days. */
export const periods = [
  { value: '28', text: 'The last 4 weeks' },
  { value: '91', text: 'The last 3 months' },
  { value: '365', text: 'The last 12 months' },
] as const

const id = /^[0-9a-f-]{36}$/

/** What is asked for in the address; whatever is strange in it is left out. People stand in it by ids that say nothing. */
export const filterIn = (query: unknown): TimelineFilter => {
  const { kind, significant, entry, about, by, days } = query as Readonly<Record<string, unknown>>
  const period = periods.find(({ value }) => value === days)
  return {
    kind: typeof kind === 'string' && /^[a-z-]+\.[a-z-]+$/.test(kind) ? kind : null,
    significantOnly: significant === 'yes',
    about: typeof about === 'string' && id.test(about) ? about : null,
    by: typeof by === 'string' && id.test(by) ? by : null,
    days: period === undefined ? null : Number(period.value),
    entry: typeof entry === 'string' && /^e\d{1,6}$/.test(entry) ? entry : null,
    page: pageIn(query),
  }
}

export const isFiltered = ({ kind, significantOnly, about, by, days }: TimelineFilter): boolean =>
  kind !== null || significantOnly || about !== null || by !== null || days !== null
