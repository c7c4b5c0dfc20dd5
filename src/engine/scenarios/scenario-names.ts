import { meantOrKnown } from '#procedure/reading/nearest.ts'
import type { Version } from '#procedure/pack.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import type { Path } from '#procedure/reading/yaml-source.ts'
import type { Then } from './scenario.ts'

type Named = { readonly kind: string; readonly id: string; readonly path: Path }

const lists = [
  ['prompt', 'prompts'],
  ['prompt', 'no-prompts'],
  ['notice', 'notices'],
  ['notice', 'no-notices'],
  ['option', 'options'],
  ['option', 'no-options'],
  ['decision', 'decisions'],
  ['decision', 'no-decisions'],
] as const

/** The rules that a scenario names in what is then so, and where. */
const namedIn = (then: Then): readonly Named[] => [
  ...(then.obligations ?? []).map(({ rule }, i) => ({
    kind: 'clock',
    id: rule,
    path: ['obligations', i, 'rule'],
  })),
  ...(then.gates ?? []).map(({ gate }, i) => ({ kind: 'gate', id: gate, path: ['gates', i, 'gate'] })),
  ...(then.watches ?? []).map(({ watch }, i) => ({
    kind: 'watch',
    id: watch,
    path: ['watches', i, 'watch'],
  })),
  ...lists.flatMap(([kind, key]) => (then[key] ?? []).map((id, i) => ({ kind, id, path: [key, i] }))),
]

/** Whether the document writes such a rule, be it read or not. */
const isWritten = ({ document }: Version, kind: string, id: string): boolean =>
  document.text.split('\n').some((line) => {
    const [, key, value] = /^[\s\-{]*([a-z]+):\s*["']?([a-z0-9-]+)/.exec(line) ?? []
    return key === kind && value === id
  })

/** What is said of a rule that a scenario names and that could not be read: once in a file is enough. */
const unread = (kind: string, id: string): string =>
  `The ${kind} "${id}" could not be read, so the scenarios that name it cannot be tried.`

/** The rules that a scenario names and the procedure does not have; `place` takes a path under `then`. */
export const namesNotThere = (
  then: Then,
  version: Version,
  place: (path: Path) => { readonly file: string; readonly line: number },
): readonly Problem[] => {
  const rules = version.placed.map(({ rule }) => rule)
  return namedIn(then)
    .filter(({ kind, id }) => !rules.some((rule) => rule.kind === kind && rule.id === id))
    .map(({ kind, id, path }) => {
      if (isWritten(version, kind, id))
        return problemAt('scenario-fails', place(path), unread(kind, id), `Mend the ${kind} first.`)
      const known = rules.filter((rule) => rule.kind === kind).map((rule) => rule.id)
      return problemAt(
        'scenario-fails',
        place(path),
        `There is no ${kind} "${id}" in the procedure.${meantOrKnown(id, known)}`,
        `Correct the name in the scenario, or write the ${kind}.`,
      )
    })
}
