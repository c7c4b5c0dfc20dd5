import { textOf, textsOf, wrong } from './field.ts'
import type { Field } from './field.ts'

/** Words for an answer that has to be given: `Enter what was agreed`. */
type Needed = { readonly needed: string }
type Optional = { readonly needed?: undefined }

type TextLimits = {
  /** The most characters; 500 when left out. */
  readonly most?: number
  /** What it is called in a message: `The reason`. */
  readonly name?: string
}

/** A line or several of text. Empty and not needed gives null. */
export function text(options: Needed & TextLimits): Field<string>
export function text(options?: Optional & TextLimits): Field<string | null>
export function text({
  needed,
  most = 500,
  name = 'This',
}: { readonly needed?: string | undefined } & TextLimits = {}): Field<string | null> {
  return (typed, field) => {
    const value = textOf(typed, field)
    if (value === '') return needed === undefined ? { value: null } : wrong(needed)
    if (value.length > most) {
      return wrong(
        `${name} must be ${most.toLocaleString('en-GB')} characters or fewer. It has ${value.length.toLocaleString('en-GB')}`,
      )
    }
    return { value }
  }
}

/** Text as long as a story: 20,000 characters. */
export function narrative(options: Needed & { readonly name?: string }): Field<string>
export function narrative(options?: Optional & { readonly name?: string }): Field<string | null>
export function narrative(
  options: { readonly needed?: string | undefined; readonly name?: string } = {},
): Field<string | null> {
  const { needed, ...rest } = options
  const limits = { ...rest, most: 20_000 }
  return needed === undefined ? text(limits) : text({ ...limits, needed })
}

/** One of a few. What is not among them counts as not answered. */
export function choice<const V extends string>(among: readonly V[], options: Needed): Field<V>
export function choice<const V extends string>(among: readonly V[], options?: Optional): Field<V | null>
export function choice<const V extends string>(
  among: readonly V[],
  { needed }: { readonly needed?: string | undefined } = {},
): Field<V | null> {
  return (typed, field) => {
    const value = among.find((one) => one === textOf(typed, field))
    if (value !== undefined) return { value }
    return needed === undefined ? { value: null } : wrong(needed)
  }
}

/** Any of several, in the order of the list. */
export const several =
  <const V extends string>(
    among: readonly V[],
    { needed }: { readonly needed?: string } = {},
  ): Field<readonly V[]> =>
  (typed, field) => {
    const chosen = new Set(textsOf(typed, field))
    const value = among.filter((one) => chosen.has(one))
    return value.length === 0 && needed !== undefined ? wrong(needed) : { value }
  }

/** One box that is ticked or not. */
export const ticked: Field<boolean> = (typed, field) => ({ value: textOf(typed, field) !== '' })

type NumberLimits = {
  readonly least: number
  readonly most: number
  /** What it is called in a message: `The number of weeks`. */
  readonly name: string
}

/** A whole number in a range. */
export function whole(options: Needed & NumberLimits): Field<number>
export function whole(options: Optional & NumberLimits): Field<number | null>
export function whole({
  needed,
  least,
  most,
  name,
}: { readonly needed?: string | undefined } & NumberLimits): Field<number | null> {
  return (typed, field) => {
    const value = textOf(typed, field)
    if (value === '') return needed === undefined ? { value: null } : wrong(needed)
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
    if (number >= least && number <= most) return { value: number }
    return wrong(`${name} must be a whole number from ${least} to ${most}`)
  }
}
