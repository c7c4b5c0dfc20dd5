import type { Browser } from 'playwright-core'
import { arrive } from './person.ts'
import type { Person, Way } from './person.ts'

export type Colleague = Person & { readonly name: string }

/** The people of one authority, each at a browser of their own. */
export type Staff = {
  /** Signs in as the first who has this role, and team where several teams have it. */
  readonly as: (role: string) => Promise<Colleague>
  readonly leave: () => Promise<void>
}

/** Where the journeys find the service, and with what. */
export type Setting = { readonly browser: Browser; readonly address: string }

export type Workplace = Setting & {
  readonly authority: string
  readonly journey: string
  readonly way: Way
  readonly names: readonly string[]
}

export const staffOf = (workplace: Workplace): Staff => {
  const { authority } = workplace
  const there = new Map<string, Colleague>()
  return {
    as: async (role) => {
      const known = there.get(role)
      if (known !== undefined) return known
      const person = await arrive(workplace)
      const colleague = { ...person, name: await person.signIn(authority, role) }
      there.set(role, colleague)
      return colleague
    },
    leave: async () => {
      for (const person of there.values()) await person.leave()
    },
  }
}
