import { randomUUID } from 'node:crypto'
import { Command, Option } from 'commander'
import { instantInWords } from '#calendar/instant.ts'
import type { StandardRole } from '#casework/actor.ts'
import { standardRoles } from '#casework/actor.ts'
import { inviteAgain, inviteUser } from '#casework/invite-user.ts'
import type { Invited } from '#casework/invite-user.ts'
import type { Authority, Store, Team } from '#casework/ports.ts'
import type { LinkDeps } from '#casework/sign-in/sign-in-deps.ts'
import { configurationFrom } from '../service/open-service.ts'
import { addressOf, waysIn } from '../service/ways-in.ts'
import { withService } from '../service/with-service.ts'
import type { Terminal } from '../terminal.ts'
import { WrongCall } from '../wrong-call.ts'

const help = `
Adds somebody who may sign in, and prints the link with which they do so for the first time. It works once, for a week, and
for whoever has it: give it to nobody else. Where mail is set up it is sent to them as well. It takes the settings that serve
takes; with BASE_URL, the link leads to where people reach the service.

Examples:
  alongside add-user ana.reed@example.org --name "Ana Reed"
  alongside add-user ben.cole@example.org --name "Ben Cole" --role manager --team "East team" --authority north-sands
  alongside add-user ana.reed@example.org --again`

type Asked = {
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

const added = async (deps: LinkDeps, email: string, asked: Asked): Promise<Invited | null> => {
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

const inWords = (email: string, invited: Invited | null): string => {
  if (invited === null)
    throw new WrongCall(`Nobody who may sign in has the address ${email}. Leave --again out to add them.`)
  if (invited.kind === 'taken')
    throw new WrongCall(
      `Somebody has the address ${email} already. For another link to sign in with, add --again; no name or role is needed then.`,
    )
  if (invited.kind !== 'invited' || invited.invitation === null)
    throw new Error('The invitation was refused.')
  const { link, until } = invited.invitation
  const about =
    until === null
      ? 'They sign in there with their work account.'
      : `It works once, until ${instantInWords(until)}. Give it to them and to nobody else.`
  return `${invited.user.name} signs in for the first time at\n\n  ${link}\n\n${about}\n`
}

/** `alongside add-user`: somebody who may sign in, such as the first administrator of an authority. */
export const addUserCommand = (terminal: Terminal): Command =>
  new Command('add-user')
    .description('add somebody who may sign in, and print the link for their first time')
    .argument('<email>', 'their email address, with which they sign in')
    .option('--name <name>', 'what they are called')
    .addOption(new Option('--role <role>', 'what they do').choices(standardRoles).default('administrator'))
    .option('--team <name>', 'the team in which they do it; in all of them unless said')
    .option('--authority <short name>', 'for whom, where there is more than one authority')
    .option('--again', 'print a new link for somebody who is there already')
    .addHelpText('after', help)
    .action(async (email: string, asked: Asked) => {
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254)
        throw new WrongCall(`"${email}" is not an email address. Give one such as ana.reed@example.org.`)
      const configuration = configurationFrom(process.env)
      await withService(terminal, async ({ deps }) => {
        const ways = waysIn(deps, configuration, () => addressOf(configuration))
        terminal.write(inWords(email, await added({ ...deps, ...ways }, email, asked)))
      })
    })
