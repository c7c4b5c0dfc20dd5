import type { TimelineEntry } from './timeline-entry.ts'

/** About what the markup of an entry weighs beside its words, in characters. */
const beside = 1300

/** What the entries of one page may weigh together, in characters: the page stays light whatever people write. */
const mostOnOnePage = 38_000

const weightOf = ({ event: { data }, changes }: TimelineEntry): number =>
  beside + JSON.stringify(data).length + (changes.length === 0 ? 0 : JSON.stringify(changes).length)

/** Entries a page at a time: as many as a page may hold of those of their length, and at least one. */
export const timelinePages = (entries: readonly TimelineEntry[]): readonly (readonly TimelineEntry[])[] => {
  const pages: TimelineEntry[][] = [[]]
  let weight = 0
  for (const entry of entries) {
    const own = weightOf(entry)
    const page = pages.at(-1)
    if (page === undefined || (page.length > 0 && weight + own > mostOnOnePage)) {
      pages.push([entry])
      weight = own
    } else {
      page.push(entry)
      weight += own
    }
  }
  return pages
}
