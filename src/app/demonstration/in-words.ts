import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { CaseEvent, Data } from '#engine/case-event.ts'
import { isData, isList } from '#engine/history/entry.ts'
import type { Chance } from '#engine/plausible/chance.ts'
import { chanceFrom } from '#engine/plausible/chance.ts'
import { accounts, voices } from './told-words.data.ts'

/** A child whom a worker meets: what they are called, and when they were born. */
export type Met = { readonly first: string; readonly born: Day | null }

const minute = 60_000
const grownToTalk = 4 * 365
/** So often a visit’s entry has what a child said. */
const oftenSaid = 0.6

const accountOf = ({ type, data }: CaseEvent, chance: Chance): string | null => {
  const about = data['purpose'] ?? data['kind'] ?? data['method']
  const words = (typeof about === 'string' ? accounts[`${type} ${about}`] : undefined) ?? accounts[type]
  return words === undefined ? null : chance.one(words)
}

const voiceOf = (
  { type, at, data: { seen } }: CaseEvent,
  children: ReadonlyMap<string, Met>,
  chance: Chance,
): string | null => {
  if (type !== 'visit.made' || !isList(seen) || !chance.share(oftenSaid)) return null
  const met = seen.flatMap((row) =>
    isData(row) ? (children.get(typeof row['child'] === 'string' ? row['child'] : '') ?? []) : [],
  )
  const child = met[chance.whole(0, met.length - 1)]
  if (child === undefined) return null
  const talks = child.born === null || dayOf(at) - child.born > grownToTalk
  return talks
    ? `${child.first}: ${chance.one(voices.older)}`
    : `${child.first} ${chance.one(voices.younger)}.`
}

/** What a worker would have written in words with an entry, and what a child said; nothing where it has its own words. */
export const inWords = (event: CaseEvent, children: ReadonlyMap<string, Met>): Data => {
  if (event.data['account'] !== undefined) return {}
  const chance = chanceFrom(Math.floor(event.at / minute))
  const account = accountOf(event, chance)
  const voice = voiceOf(event, children, chance)
  return { ...(account === null ? {} : { account }), ...(voice === null ? {} : { voice }) }
}
