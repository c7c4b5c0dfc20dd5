import type { Asked } from './same-sql.ts'

/** Whether a statement of a recording writes: those wait for what the others have found. */
export const isWriting = ({ name }: Asked): boolean => /^(record-events|insert-|drop-|keep-)/.test(name)

/** The values of a recording that are another's the next time, by statement and place. */
const again: Readonly<Record<string, (key: string, lastEvent: number) => Readonly<Record<number, unknown>>>> =
  {
    'result-of-request': (key) => ({ 1: key }),
    'keep-result-of-request': (key) => ({ 1: key }),
    'record-events': (_, lastEvent) => ({ 4: lastEvent, 6: lastEvent + 1 }),
  }

/** A statement that recorded something, as it is asked to record the same once more under another request key. */
export const askedAgain = ({ name, text, values }: Asked, key: string, lastEvent: number) => {
  const other = again[name]?.(key, lastEvent) ?? {}
  return { name, text, values: values.map((value, i) => other[i] ?? value) }
}
