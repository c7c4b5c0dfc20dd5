import { formatDay } from '#calendar/day.ts'
import type { PackFile, Version } from '#procedure/pack.ts'
import type { FileChange } from './compare-files.ts'
import { compareFiles } from './compare-files.ts'
import type { Rewording } from './rewording.ts'
import { reworded } from './rewording.ts'
import type { ValueChange } from './value-changes.ts'
import { valueChanges } from './value-changes.ts'
import type { WrittenClause, WrittenRule, WrittenVersion } from './written-version.ts'
import { writtenVersion } from './written-version.ts'

type Change = 'added' | 'gone' | 'changed'

export type RuleChange = {
  readonly kind: string
  readonly id: string
  readonly change: Change
  /** Key by key; of a rule that is added or gone, all that it says. */
  readonly values: readonly ValueChange[]
}

export type ClauseChange = {
  readonly clause: string
  readonly title: string
  readonly change: Change
  readonly reworded: Rewording
  readonly rules: readonly RuleChange[]
}

/** What changed from one version of a procedure to another. Programs read it as JSON: names there stay. */
export type Comparison = {
  readonly procedure: string
  readonly from: string
  readonly to: string
  readonly head: readonly ValueChange[]
  readonly preface: Rewording
  readonly clauses: readonly ClauseChange[]
  /** Forms and letters. */
  readonly files: readonly FileChange[]
}

const nameOf = ({ kind, id }: WrittenRule): string => `${kind} ${id}`

const ruleChange = (from: WrittenRule | undefined, to: WrittenRule | undefined): readonly RuleChange[] => {
  const one = to ?? from
  if (one === undefined) return []
  const values = valueChanges(
    from === undefined ? {} : { clause: from.clause, ...from.value },
    to === undefined ? {} : { clause: to.clause, ...to.value },
  ).filter(({ key }) => (from !== undefined && to !== undefined) || (key !== 'clause' && key !== one.kind))
  const change = from === undefined ? 'added' : to === undefined ? 'gone' : 'changed'
  return values.length === 0 && change === 'changed' ? [] : [{ kind: one.kind, id: one.id, change, values }]
}

const rulesUnder = (clause: string, from: WrittenVersion, to: WrittenVersion): readonly RuleChange[] => {
  const before = new Map(from.rules.map((rule) => [nameOf(rule), rule]))
  const after = new Map(to.rules.map((rule) => [nameOf(rule), rule]))
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => (after.get(name) ?? before.get(name))?.clause === clause)
    .flatMap((name) => ruleChange(before.get(name), after.get(name)))
}

const clauseChange = (
  from: WrittenClause | undefined,
  to: WrittenClause | undefined,
  versions: readonly [WrittenVersion, WrittenVersion],
): readonly ClauseChange[] => {
  const one = to ?? from
  if (one === undefined) return []
  const both = from !== undefined && to !== undefined
  const words = (clause: WrittenClause | undefined): readonly string[] =>
    clause === undefined ? [] : [...(both ? [clause.title] : []), ...clause.sentences]
  const rules = rulesUnder(one.id, ...versions)
  const wording = reworded(words(from), words(to))
  const change = from === undefined ? 'added' : to === undefined ? 'gone' : 'changed'
  const nothing = rules.length + wording.gone.length + wording.added.length === 0
  return nothing && change === 'changed'
    ? []
    : [{ clause: one.id, title: one.title, change, reworded: wording, rules }]
}

/** Lays two versions of a procedure beside each other, clause by clause; `files` are those of the whole pack. */
export const compareVersions = (from: Version, to: Version, files: readonly PackFile[]): Comparison => {
  const [before, after] = [writtenVersion(from), writtenVersion(to)]
  const clauses = [...new Set([...after.clauses, ...before.clauses].map(({ id }) => id))]
  const find = (version: WrittenVersion, id: string) => version.clauses.find((clause) => clause.id === id)
  return {
    procedure: to.procedure.id,
    from: formatDay(from.procedure.version),
    to: formatDay(to.procedure.version),
    head: valueChanges(before.head, after.head).filter(({ key }) => key !== 'in-force'),
    preface: reworded(before.preface, after.preface),
    clauses: clauses.flatMap((id) => clauseChange(find(before, id), find(after, id), [before, after])),
    files: compareFiles(from, to, files),
  }
}
