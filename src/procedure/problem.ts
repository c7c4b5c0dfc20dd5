import type { ProblemCode } from './problem-codes.ts'
import { problemCodes } from './problem-codes.ts'

/** Something wrong, where it is, and what to do: for the person who wrote the file. */
export type Problem = {
  readonly code: ProblemCode
  readonly file: string
  /** 1 is the first line; 0 when no line can be named. */
  readonly line: number
  readonly what: string
  readonly remedy: string
}

/** A problem with the remedy that its code carries, or a nearer one. */
export const problemAt = (
  code: ProblemCode,
  place: { readonly file: string; readonly line: number },
  what: string,
  remedy: string = problemCodes[code],
): Problem => ({ code, file: place.file, line: place.line, what, remedy })
