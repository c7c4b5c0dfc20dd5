const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b)

/** What something took, in microseconds a time: in the middle one of its turns, and in the best. */
export type Taken = { readonly median: number; readonly best: number }

const median = (values: readonly number[]): number =>
  sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN

/** One thing to be measured, and how many times what is counted happens in one call of it. */
export type Measured = { readonly name: string; readonly run: () => unknown; readonly times: number }

/**
 * Runs several things in turns, so that a busy moment of the machine falls on all of them, after one turn each
 * to warm up. Gives what each took by its name: time on the processor, so that what other programs do meanwhile counts as
 * little as may be. Where the processor itself is now fast, now slow, the best turns tell what it can do.
 */
export const inTurns = async (
  things: readonly Measured[],
  turns: number,
): Promise<ReadonlyMap<string, Taken>> => {
  const taken = new Map<string, number[]>(things.map(({ name }) => [name, []]))
  for (let turn = 0; turn <= turns; turn += 1)
    for (const { name, run, times } of things) {
      const from = process.threadCpuUsage()
      await run()
      const { user, system } = process.threadCpuUsage(from)
      const each = (user + system) / times
      if (turn > 0) taken.get(name)?.push(each)
    }
  return new Map(
    [...taken].map(([name, values]) => [name, { median: median(values), best: Math.min(...values) }]),
  )
}
