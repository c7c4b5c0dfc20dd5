import type { Standing } from '#engine/standing/standing.ts'

/** How an obligation stands, as a word in a box. */
export const standingWords: Readonly<Record<Standing, { readonly text: string; readonly colour: string }>> = {
  overdue: { text: 'Overdue', colour: 'red' },
  'due-soon': { text: 'Due soon', colour: 'yellow' },
  open: { text: 'Open', colour: 'blue' },
  planned: { text: 'Planned', colour: 'grey' },
  paused: { text: 'On hold', colour: 'purple' },
  explained: { text: 'Explained', colour: 'purple' },
  met: { text: 'Done', colour: 'green' },
  'met-late': { text: 'Done late', colour: 'orange' },
  lapsed: { text: 'No longer asked', colour: 'grey' },
}
