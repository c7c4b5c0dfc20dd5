import { meantOrKnown } from '../reading/nearest.ts'
import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import type { ProblemCode } from '../problem-codes.ts'
import { problemOf } from './speaker.ts'

type Look = {
  readonly version: Version
  readonly speaker: { readonly name: string; readonly line: number }
  readonly names: readonly string[]
  readonly known: Iterable<string>
  readonly code: ProblemCode
  /** What kind of thing the names are: `event`, `role`. */
  readonly noun: string
  /** What else may be said of an unknown name. */
  readonly hint?: (name: string) => string
}

/** The names that stand for nothing, each with the nearest known one. */
export const unknownNames = ({
  version,
  speaker,
  names,
  known,
  code,
  noun,
  hint,
}: Look): readonly Problem[] => {
  const all = new Set(known)
  return [...new Set(names)]
    .filter((name) => !all.has(name))
    .map((name) =>
      problemOf(
        version,
        speaker,
        code,
        name,
        `there is no ${noun} "${name}".${hint?.(name) || meantOrKnown(name, all)}`,
      ),
    )
}
