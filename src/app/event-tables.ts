import { standardRoles } from '#casework/access/actor.ts'
import type { FieldKind } from '#procedure/event-field.ts'
import { commonFields, standardEvents } from '#procedure/event-vocabulary.ts'
import { eventInWords, standardTerms } from '#procedure/event-words.ts'

type Fields = Readonly<Record<string, FieldKind>>
type NamedKind = Extract<FieldKind, string>

const kindWords: Readonly<Record<NamedKind, string>> = {
  text: 'words',
  number: 'a number',
  'yes-no': '`true` or `false`',
  date: 'a day: `2026-03-02`',
  moment: 'a day, or a day and a time: `2026-03-02T10:00`',
  person: 'the id of a person in the case',
  people: 'the id of a person in the case, or a list of ids',
  worker: 'the id of a worker',
  texts: 'words, or a list of words',
  seen: 'a list of `{ child: ada, alone: true }`',
  'not-seen': 'a list of `{ child: ben, reason: at school, when: 2026-03-04 }`',
  actions: 'a list of `{ what: ..., who: ..., by: 2026-03-09, about: ... }`',
  free: 'anything: words, a number, a list, or keys with values of their own',
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const fieldInWords = ([name, kind]: readonly [string, FieldKind]): string =>
  `\`${name}\` ${typeof kind === 'string' ? kind : `(${kind.join(', ')})`}`

const fieldsInWords = (fields: Fields): string => Object.entries(fields).map(fieldInWords).join('; ')

/** The standard events, what each is called in a sentence, and its fields: a Markdown table. */
export const eventTable = (): string =>
  [
    row('event', 'in a sentence', 'fields'),
    row('---', '---', '---'),
    row('any', '', fieldsInWords(commonFields)),
    ...Object.entries(standardEvents).map(([type, fields]) =>
      row(`\`${type}\``, eventInWords(type, {}), fieldsInWords(fields)),
    ),
  ].join('\n')

/** What the kinds of fields hold: a Markdown table. */
export const fieldTable = (): string =>
  [
    row('kind', 'holds'),
    row('---', '---'),
    ...Object.entries(kindWords).map(([kind, words]) => row(kind, words)),
    row('(one, two)', 'one of these words'),
  ].join('\n')

/** The standard roles: a Markdown list. */
export const roleTable = (): string => standardRoles.map((role) => `- \`${role}\``).join('\n')

/** The terms that the pages and explanations use, and what they say unless a procedure says otherwise. */
export const termTable = (): string =>
  [
    row('term', 'unless said'),
    row('---', '---'),
    ...Object.entries(standardTerms).map(([term, words]) => row(`\`${term}\``, words)),
  ].join('\n')
