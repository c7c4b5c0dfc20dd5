import { parseDay } from '#calendar/day.ts'
import { longDayInWords } from '#calendar/day-in-words.ts'
import { standardTerms } from '#procedure/event-words.ts'
import type { Letter } from '#procedure/rules/letter.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CasePerson } from '../case/case-record.ts'
import type { Fillings } from './fillings.ts'

/** Where something has to be typed: `[[meeting place]]`. */
const gap = /\[\[([^\]\n]{1,80})\]\]/g

/** What is still to be typed in a letter, each once. */
export const gapsIn = (body: string): readonly string[] => [
  ...new Set([...body.matchAll(gap)].map((found) => found[1] ?? '')),
]

/** The days in a filling as people write them. */
const daysInWords = (text: string): string =>
  text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (written) => {
    const day = parseDay(written)
    return day === undefined ? written : longDayInWords(day)
  })

/** Longer than this, a line goes on in the next: packs are wrapped by hand. A shorter one was ended on purpose. */
const longLine = 75

const unwrapped = (body: string): string =>
  body
    .split('\n')
    .reduce<string[]>((lines, line) => {
      const last = lines.at(-1)
      const goesOn = last !== undefined && last.length > 0 && line !== '' && !/^\s*([-*>#]|\d+\.)/.test(line)
      if (goesOn && (last.split('\n').at(-1) ?? '').length > longLine)
        lines[lines.length - 1] = `${last} ${line}`
      else lines.push(line)
      return lines
    }, [])
    .join('\n')

type Words = Pick<Procedure, 'roles' | 'words'>

/** A letter of a pack with what is on record; what is not stands there as a gap. */
export const fillLetter = ({ body }: Pick<Letter, 'body'>, fill: Fillings, { roles, words }: Words): string =>
  unwrapped(body).replaceAll(/\{\{(.*?)\}\}/g, (_, written: string) => {
    const name = written.trim()
    const [kind, said = ''] = name.split(/:\s*/)
    if (kind === 'role') return roles[said] ?? said
    if (kind === 'word') return words[said] ?? standardTerms[said] ?? said
    const found = fill(name)
    return found === null ? `[[${name}]]` : daysInWords(found)
  })

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** Somebody whose protected address, or its first line, stands in a letter; undefined for nobody. */
export const protectedIn = (body: string, people: readonly CasePerson[]): CasePerson | undefined => {
  const said = ` ${folded(body)} `
  return people.find(({ address, addressProtected }) => {
    if (!addressProtected || address === null) return false
    const lines = [address, address.split('\n')[0] ?? ''].map(folded).filter((line) => line !== '')
    return lines.some((line) => said.includes(` ${line} `))
  })
}
