import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const full = process.env['BENCH_SIZE'] === 'full'

const numbers = (name: string, usual: readonly number[]): readonly [number, ...number[]] => {
  const text = process.env[name]
  const [first, ...rest] = text === undefined ? usual : text.split(',').map(Number)
  if (first !== undefined && [first, ...rest].every((one) => Number.isInteger(one) && one > 0))
    return [first, ...rest]
  throw new Error(`${name} is a list of whole numbers such as ${usual.join(',')}.`)
}

/** How much was asked for. The usual run takes a few minutes; BENCH_SIZE=full is the one of the README. */
export const asked = {
  families: numbers('BENCH_FAMILIES', full ? [1000, 10_000, 100_000] : [1000]),
  authorities: numbers('BENCH_AUTHORITIES', full ? [1, 10, 100] : [1, 3]),
  connections: numbers('BENCH_CONNECTIONS', [1, 8]),
  seconds: numbers('BENCH_SECONDS', full ? [2] : [1])[0],
  turns: numbers('BENCH_TURNS', full ? [3] : [2])[0],
} as const

/** A folder of its own under the system's temporary one, which the database server may enter. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'alongside-bench-'))
