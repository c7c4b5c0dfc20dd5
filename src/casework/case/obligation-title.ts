import type { Obligation } from '#engine/obligation.ts'

const longestDeed = 120

/** What was agreed that is to be done, in its own words, where an obligation is one action of a plan; null for any other. */
export const deedOf = ({ startEntry }: Pick<Obligation, 'startEntry'>): string | null => {
  const what = startEntry?.data['what']
  return typeof what === 'string' && what !== '' ? what : null
}

/** What a thing to be done is called, with what was agreed where it is an action of a plan. */
export const titleWith = (title: string, deed: string | null): string => {
  if (deed === null) return title
  return `${title}: ${deed.length > longestDeed ? `${deed.slice(0, longestDeed)}…` : deed}`
}

/** The same for an obligation. */
export const titleOf = (one: Pick<Obligation, 'clock' | 'startEntry'>): string =>
  titleWith(one.clock.title, deedOf(one))
