import type { Pack } from '../pack.ts'
import type { Problem } from '../problem.ts'

/** Everything that is wrong with how a pack fits together, all at once. */
export const checkPack = (_pack: Pack): readonly Problem[] => []
