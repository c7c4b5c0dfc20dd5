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

/**
 * Fills an empty database with the demonstration, and goes on with a filling that was broken off. A database that
 * holds anything else is left alone.
 *
 * @param families how many were asked for; null for as many as usual
 */
export const fillWhenEmpty = async (
  deps: Deps,
  families: number | null,
  signal: AbortSignal,
  { write }: Pick<Terminal, 'write'>,
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
  await fillDemonstration(deps, { families: families ?? usualFamilies, tell: progress(write), signal })
  write(`  done in ${Math.ceil((performance.now() - began) / 1000)} s\n`)
}
