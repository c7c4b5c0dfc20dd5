import type { Deps } from '#casework/deps.ts'
import { fillDemonstration, usualFamilies } from '../demonstration/fill-demonstration.ts'
import { standOfDemonstration } from '../demonstration/stand-of-demonstration.ts'
import type { Terminal } from '../terminal.ts'

/** Says how far a filling is, every tenth of the way. */
const progress = (write: (text: string) => void): ((done: number, of: number) => void) => {
  let said = 0
  return (done, of) => {
    const tenth = Math.floor((done / of) * 10)
    if (tenth <= said) return
    said = tenth
    write(`  ${done} of ${of} families\n`)
  }
}

/** So many families, and whenever there are four times as many, the database is told to look how much there is. */
const firstWeighed = 100

const weighing = (weigh: () => Promise<void>): ((done: number) => Promise<void>) => {
  let next = firstWeighed
  return async (done) => {
    if (done < next) return
    next = done * 4
    await weigh()
  }
}

/**
 * Fills an empty database with the demonstration, and goes on with a filling that was broken off. A database that
 * holds anything else is left alone.
 *
 * @param families how many were asked for; null for as many as usual
 * @param weigh has the database look how much there is of what
 */
export const fillWhenEmpty = async (
  deps: Deps,
  families: number | null,
  signal: AbortSignal,
  { write }: Pick<Terminal, 'write'>,
  weigh: () => Promise<void>,
): Promise<void> => {
  const stand = await standOfDemonstration(deps.store)
  if (stand.kind === 'other') return
  if (stand.kind === 'filled') {
    if (families !== null && families !== stand.families)
      write(
        `The demonstration has ${stand.families} families already, and stays so. For one of ${families}, name a data folder that is not there yet: DATA=data-large npm start -- --families ${families}\n`,
      )
    return
  }
  const began = performance.now()
  write(
    stand.kind === 'none'
      ? 'Filling the demonstration with families that are not real.\n'
      : 'Going on with filling the demonstration.\n',
  )
  const [say, weighed] = [progress(write), weighing(weigh)]
  const tell = (done: number, of: number): Promise<void> => {
    say(done, of)
    return weighed(done)
  }
  await fillDemonstration(deps, { families: families ?? usualFamilies, tell, signal })
  await weigh()
  write(`  done in ${Math.ceil((performance.now() - began) / 1000)} s\n`)
}
