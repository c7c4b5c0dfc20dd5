import type { Recorded } from './recording.ts'

/** Thrown to undo a transaction that has changed something already; carries what to answer. */
export class Undone extends Error {
  readonly result: Recorded
  constructor(result: Recorded) {
    super('undone')
    this.result = result
  }
}

/** The answer of an undone transaction; any other failure goes on. */
export const asResult = (error: unknown): Recorded => {
  if (error instanceof Undone) return error.result
  throw error
}
