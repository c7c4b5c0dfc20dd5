import { relative } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { englandAndWales } from '#calendar/bank-holidays.ts'
import { dayOf } from '#calendar/instant.ts'
import type { AuthorityToEnter, AuthorityToTry } from '#casework/sign-in/sessions.ts'
import { postgresSessions } from '#storage/people/sessions.ts'
import { weighTables } from '#storage/weigh-tables.ts'
import { makeServer } from '#web/server.ts'
import type { WebDeps, WebSettings } from '#web/web-deps.ts'
import { firstMessages } from '../demonstration/first-messages.ts'
import type { Terminal } from '../terminal.ts'
import { WrongCall } from '../wrong-call.ts'
import type { Configuration } from './configuration.ts'
import { mailMissing, postDepsFor, startDelivering } from './delivering.ts'
import { fillWhenEmpty } from './fill-when-empty.ts'
import { tryPort, whyNotThere } from './free-port.ts'
import { holidaysRunOut } from './holidays-run-out.ts'
import { openLog } from './log-lines.ts'
import type { LogLines } from './log-lines.ts'
import type { OpenService } from './open-service.ts'
import { openService } from './open-service.ts'
import { startSealing } from './sealing.ts'
import { stopped } from './stop-signals.ts'
import { addressOf, secretsOf, waysIn } from './ways-in.ts'

export type Serving = {
  readonly configuration: Configuration
  /** Families of the demonstration, where somebody said how many. */
  readonly families: number | null
  /** Whether an empty database is filled with the demonstration. */
  readonly demonstration: boolean
  readonly signal: AbortSignal
}

const patience = 10_000

const settingsOf = (configuration: Configuration): WebSettings => ({
  cookieSecrets: secretsOf(configuration),
  https: configuration.https,
  proxies: configuration.proxies,
  idleMinutes: 30,
  longestHours: 12,
  requestsPerMinute: 1200,
  signInsPerMinute: 60,
  searchesPerMinute: 60,
})

const listen = async (server: FastifyInstance, { host, port }: Configuration): Promise<string> => {
  try {
    return await server.listen({ host, port })
  } catch (error) {
    throw new WrongCall(whyNotThere(error, host, port) ?? String(error))
  }
}

const whomToBe = ([first]: readonly AuthorityToTry[]): readonly string[] => {
  const one = (role: string) => first?.people.find((person) => person.role === role)
  return [one('practitioner'), one('manager')]
    .filter((person) => person !== undefined)
    .map(({ name, roleName }) => `  ${name}, ${roleName}, ${first?.name ?? ''}`)
}

const howToEnter = (enter: readonly AuthorityToEnter[]): readonly string[] =>
  enter.length > 0
    ? [`People of ${enter.map(({ name }) => name).join(', ')} sign in there.`]
    : [
        'Nobody can sign in yet: there is no authority in this database. To add one, and its first administrator:',
        '  npm run -s alongside -- add-authority --help',
        '  npm run -s alongside -- add-user --help',
      ]

const greeting = (
  address: string,
  authorities: readonly AuthorityToTry[],
  enter: readonly AuthorityToEnter[],
  { databaseUrl, dataFolder }: Configuration,
  { paint }: Terminal,
): string => {
  const near = relative(process.cwd(), dataFolder)
  const kept =
    databaseUrl === null ? `Everything is kept in ${near.startsWith('..') ? dataFolder : `./${near}`}` : ''
  const people = whomToBe(authorities)
  return [
    '',
    `Alongside is ready: ${paint('bold', address)}`,
    '',
    ...(people.length > 0
      ? ['Open it in a browser and choose whom to be, for example:', ...people, '']
      : [...howToEnter(enter), '']),
    `To stop: Ctrl-C. ${kept}`.trimEnd(),
    '',
  ].join('\n')
}

const close = async (server: FastifyInstance): Promise<void> => {
  const hurry = setTimeout(() => server.server.closeAllConnections(), patience)
  await server.close()
  clearTimeout(hurry)
}

const noteFailure = (log: LogLines | null, { name }: Error, what: string): void =>
  log?.write(`${JSON.stringify({ level: 40, time: Date.now(), failure: { kind: name, what } })}\n`)

const serveWith = async (
  { deps, pool, app, owner }: OpenService,
  log: LogLines | null,
  { configuration, families, demonstration, signal }: Serving,
  terminal: Terminal,
): Promise<void> => {
  if (demonstration) await fillWhenEmpty(deps, families, signal, terminal, () => weighTables(owner))
  let address = addressOf(configuration)
  const ways = waysIn(deps, configuration, () => address)
  const webDeps: WebDeps = {
    ...deps,
    ...ways,
    sessions: postgresSessions(pool),
    settings: settingsOf(configuration),
    log,
    isReady: async () => (await pool.query('select 1')).rowCount === 1,
  }
  const server = await makeServer(webDeps)
  try {
    if (signal.aborted) return
    const [authorities, enter] = await Promise.all([ways.signIn.people(), ways.signIn.authorities()])
    const missing = await mailMissing(deps, configuration)
    // From here on the service lives through its database being away.
    const url = await listen(server, configuration)
    address = configuration.baseUrl ?? url
    terminal.write(greeting(address, authorities, enter, configuration, terminal))
    const ending = holidaysRunOut(dayOf(deps.clock.now()), englandAndWales)
    for (const told of [missing, ending]) if (told !== null) terminal.write(`${told}\n`)
    const posting = postDepsFor(deps, configuration, address)
    if (demonstration)
      await firstMessages(posting, configuration.mail.digestAt, signal).catch((error: Error) =>
        noteFailure(log, error, 'the first messages of the demonstration were not made'),
      )
    const worker = startDelivering(posting, { pool, app }, configuration, log)
    const sealing = startSealing(pool, log)
    await stopped(signal)
    terminal.write('\nStopping: requests that have begun are answered, then the database is closed.\n')
    await worker.stop()
    await sealing.stop()
  } finally {
    await close(server)
  }
}

/**
 * Serves Alongside until the signal says to stop: opens the database, fills the demonstration where it is empty,
 * answers in the browser, and at the end closes everything in order.
 *
 * @throws WrongCall in plain words, with what to do, where it cannot
 */
export const serve = async (serving: Serving, terminal: Terminal): Promise<void> => {
  const { configuration, signal } = serving
  const { host, port } = configuration
  await tryPort(host, port).catch((error: unknown) => {
    throw new WrongCall(whyNotThere(error, host, port) ?? String(error))
  })
  const log = openLog(configuration.log, terminal.write)
  const lost = (error: Error): void => noteFailure(log, error, 'a connection to the database was lost')
  terminal.write('Starting the database.\n')
  try {
    const service = await openService(configuration, lost)
    try {
      await serveWith(service, log, serving, terminal)
    } finally {
      await service.close()
    }
  } catch (error) {
    // Whoever stops it while it starts wants no explanation.
    if (!signal.aborted) throw error
  } finally {
    await log?.close()
  }
}
