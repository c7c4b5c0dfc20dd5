import type { TimelineFilter } from '#casework/case-timeline.ts'

/** What is asked for in the address; whatever is strange in it is left out. */
export const filterIn = (query: unknown): TimelineFilter => {
  const { kind, significant, page } = query as Readonly<Record<string, unknown>>
  return {
    kind: typeof kind === 'string' && /^[a-z-]+\.[a-z-]+$/.test(kind) ? kind : null,
    significantOnly: significant === 'yes',
    page: typeof page === 'string' && /^\d{1,4}$/.test(page) ? Number(page) : 1,
  }
}
