type Done<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> }

/**
 * Waits for everything that was asked of a store at once, so that it goes there in one turn. Where something fails it waits
 * for the rest all the same, and then throws the first failure: nothing of a transaction may be on its way when it ends.
 */
export const together = async <const T extends readonly unknown[]>(...asked: T): Promise<Done<T>> => {
  const settled = await Promise.allSettled(asked)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as Done<T>
}
