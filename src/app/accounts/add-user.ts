import { randomUUID } from 'node:crypto'
import { instantInWords } from '#calendar/instant.ts'
import type { StandardRole } from '#casework/access/actor.ts'
import { inviteAgain, inviteUser } from '#casework/administration/invite-user.ts'
import type { Invited } from '#casework/administration/invite-user.ts'
import type { Authority, Store, Team } from '#casework/ports.ts'
import type { LinkDeps } from '#casework/sign-in/sign-in-deps.ts'
import { WrongCall } from '../wrong-call.ts'

export type NewUser = {
  readonly name?: string
  readonly role: StandardRole
  readonly authority?: string
  readonly team?: string
  readonly again?: true
}

const authorityFor = async (store: Store, short: string | undefined): Promise<Authority> => {
  const all = (await store.authorities()).filter(({ demonstration }) => !demonstration)
  if (all.length === 0)
    throw new WrongCall(
      'There is no authority that people sign in to. Add one first: npm run -s alongside -- add-authority --help',
    )
  const found = short === undefined && all.length === 1 ? all[0] : all.find(({ slug }) => slug === short)
  if (found !== undefined) return found
  const names = all.map(({ slug }) => slug).join(', ')
  throw new WrongCall(
    short === undefined
      ? `Say which authority with --authority: ${names}.`
      : `There is no authority with the short name ${short}. There are: ${names}.`,
  )
}

const teamFor = (teams: readonly Team[], name: string | undefined): string | null => {
  if (name === undefined) return null
  const found = teams.find((team) => team.name.toLowerCase() === name.trim().toLowerCase())
  if (found !== undefined) return found.id
  const names = teams.map((team) => team.name).join(', ')
  throw new WrongCall(
    teams.length === 0
      ? `There is no team yet, so none called ${name}. Leave --team out; an administrator adds teams in the browser.`
      : `There is no team called ${name}. There are: ${names}.`,
  )
}

const invited = async (deps: LinkDeps, email: string, asked: NewUser): Promise<Invited | null> => {
  const authority = await authorityFor(deps.store, asked.authority)
  const by = { authority: authority.id, user: null }
  if (asked.again === true) {
    const known = await deps.store.look(authority.id, (all) => all.userOfEmail(email))
    return known === null ? null : inviteAgain(deps, by, known)
  }
  const name = asked.name?.trim() ?? ''
  if (name === '') throw new WrongCall('Give the name of the person with --name, such as --name "Ana Reed".')
  const teams = await deps.store.look(authority.id, (all) => all.teams())
  const memberships = [{ role: asked.role, team: teamFor(teams, asked.team) }]
  return inviteUser(deps, by, { key: randomUUID(), name, email, memberships })
}

const inWords = (email: string, result: Invited | null): string => {
  if (result === null)
    throw new WrongCall(`Nobody who may sign in has the address ${email}. Leave --again out to add them.`)
  if (result.kind === 'taken')
    throw new WrongCall(
      `Somebody has the address ${email} already. For another link to sign in with, add --again; no name or role is needed then.`,
    )
  if (result.kind !== 'invited' || result.invitation === null) throw new Error('The invitation was refused.')
  const { link, until } = result.invitation
  const about =
    until === null
      ? 'They sign in there with their work account.'
      : `It works once, until ${instantInWords(until)}. Give it to them and to nobody else.`
  return `${result.user.name} signs in for the first time at\n\n  ${link}\n\n${about}\n`
}

/**
 * Adds somebody to an authority, or makes them a new way in, and says what to give them.
 *
 * @throws WrongCall in plain words where that cannot be
 */
export const addUser = async (deps: LinkDeps, email: string, asked: NewUser): Promise<string> => {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254)
    throw new WrongCall(`"${email}" is not an email address. Give one such as ana.reed@example.org.`)
  return inWords(email, await invited(deps, email, asked))
}
