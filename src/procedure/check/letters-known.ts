import type { Letter } from '../rules/letter.ts'
import { meantOrKnown } from '../reading/nearest.ts'
import type { Version } from '../pack.ts'
import { otherRecipients, placeholders } from '../rules/placeholders.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'
import { clocksWritten } from './clocks-written.ts'
import { lineOfWord } from './line-of-word.ts'
import { unknownNames } from './unknown-names.ts'

const dueProblems = (version: Version, { due, file, text }: Letter): readonly Problem[] => {
  const clocks = [...clocksWritten(version)]
  const isDay = Object.entries(version.procedure.events).some(([event, fields]) =>
    Object.entries(fields).some(([field, kind]) => kind === 'date' && `${event}.${field}` === due),
  )
  if (due === null || isDay || clocks.includes(due)) return []
  const letter = { path: file, text }
  const line = lineOfWord(letter, lineOfWord(letter, 1, 'due'), due)
  const says = `"due" names "${due}", which is no clock here and no date of an event.`
  return [problemAt('unknown-clock', { file, line }, `${says}${meantOrKnown(due, clocks)}`)]
}

const letterProblems = ({ procedure }: Version, letter: Letter): readonly Problem[] => {
  const file = { path: letter.file, text: letter.text }
  const recipients = [...Object.keys(procedure.roles), ...otherRecipients]
  const known = [
    ...placeholders,
    ...Object.keys(procedure.roles).map((role) => `role: ${role}`),
    ...Object.keys(procedure.words).map((word) => `word: ${word}`),
  ]
  return [
    ...letter.to
      .filter((name) => !recipients.includes(name))
      .map((name) =>
        problemAt(
          'unknown-role',
          { file: letter.file, line: lineOfWord(file, lineOfWord(file, 1, 'to'), name) },
          `There is no role "${name}" to send the letter to.${meantOrKnown(name, recipients)}`,
        ),
      ),
    ...letter.placeholders
      .filter(({ name }) => !known.includes(name))
      .map(({ name, line }) =>
        problemAt(
          'unknown-placeholder',
          { file: letter.file, line },
          `Nothing is known to fill in "{{${name}}}" with.${meantOrKnown(name, known)}`,
        ),
      ),
  ]
}

/** Letters that a notice names and the pack does not have, and what letters name that is not there. */
export const letterFaults = (version: Version): readonly Problem[] => [
  ...version.placed.flatMap(({ rule, line }) =>
    unknownNames({
      version,
      speaker: { name: `${rule.clause}: `, line },
      names: rule.kind === 'notice' && rule.letter !== null ? [rule.letter] : [],
      known: [
        ...version.letters.map((letter) => letter.id),
        ...version.unread.map((file) => file.replace(/^.*\//, '').replace(/\.md$/, '')),
      ],
      code: 'unknown-letter',
      noun: 'letter',
    }),
  ),
  ...version.letters.flatMap((letter) => [
    ...letterProblems(version, letter),
    ...dueProblems(version, letter),
  ]),
]
