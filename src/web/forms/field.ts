import type { DatePart } from '../components/date-input.ts'
import type { Typed } from './typed.ts'

/** What is wrong with an answer, in words that say what to do. */
export type Wrong = { readonly text: string; readonly parts?: readonly DatePart[] | undefined }

export type Read<V> = { readonly value: V } | { readonly wrong: Wrong }

/** How one question's answer is read from what was typed. */
export type Field<V> = (typed: Typed, name: string) => Read<V>

export const wrong = (text: string, parts?: readonly DatePart[]): { readonly wrong: Wrong } => ({
  wrong: { text, parts },
})

/** The one text typed under a name, without spaces around it; empty where there is none. */
export const textOf = (typed: Typed, name: string): string => {
  const value = typed[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

/** All texts under a name, such as the boxes that were ticked. */
export const textsOf = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name]
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value.filter((one) => one !== '')
}
