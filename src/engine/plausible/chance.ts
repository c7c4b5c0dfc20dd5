import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chance that can be repeated: the same seed gives the same draws. */
export type Chance = {
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number
  /** True in this share of draws, 0 to 1. */
  readonly share: (share: number) => boolean
  readonly one: <T>(of: readonly [T, ...T[]]) => T
  /** One of some things, each as likely as its weight says; undefined when nothing has any weight. */
  readonly weighted: <T>(of: readonly T[], weight: (one: T) => number) => T | undefined
}

const FINE = 1_000_000

/** Chance from a seed, any whole number. Seeds that are near each other give draws that have nothing in common. */
export const chanceFrom = (seed: number): Chance => {
  const generator = xoroshiro128plus(Math.imul(seed, 0x9e3779b1) ^ seed)
  for (let i = 0; i < 8; i += 1) generator.next()
  const whole = (from: number, to: number): number => (to <= from ? from : uniformInt(generator, from, to))
  return {
    whole,
    share: (share) => whole(1, FINE) <= share * FINE,
    one: (of) => of[whole(0, of.length - 1)] ?? of[0],
    weighted: (of, weight) => {
      const total = of.reduce((sum, one) => sum + weight(one), 0)
      let left = (whole(1, FINE) / FINE) * total
      for (const one of of) {
        left -= weight(one)
        if (left <= 0 && weight(one) > 0) return one
      }
      return undefined
    },
  }
}
