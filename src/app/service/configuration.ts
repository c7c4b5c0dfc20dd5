import { join, resolve } from 'node:path'
import { root } from '../house/root.ts'
import { mailSettings } from './mail-settings.ts'
import type { MailSettings } from './mail-settings.ts'
import { signInSettings } from './sign-in-settings.ts'
import type { SignInSettings } from './sign-in-settings.ts'

/** What the service was told by the environment, checked. Paths are absolute. */
export type Configuration = {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  /** Null: the PostgreSQL that comes with the install, in the data folder. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  /** Null: one made and kept in the data folder. */
  readonly secret: string | null
  /** Those that were used before: what was sealed or signed with them is still read. */
  readonly oldSecrets: readonly string[]
  /** Under which address people reach it, where that is another than host and port. */
  readonly baseUrl: string | null
  readonly https: boolean
  /** How many proxies stand before it. Whoever serves https for it is one. */
  readonly proxies: number
  readonly signIn: SignInSettings
  readonly mail: MailSettings
  /** A path, or the terminal, or nothing at all. */
  readonly log:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'terminal' }
    | { readonly kind: 'none' }
}

export type ConfigurationRead =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly string[] }

type Environment = Readonly<Record<string, string | undefined>>
type Complain = (problem: string) => void

export const shortestSecret = 32

/** An empty setting is one that is not there. */
const said = (env: Environment, name: string): string | null => {
  const text = env[name]?.trim() ?? ''
  return text === '' ? null : text
}

const urlOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null)

const portIn = (env: Environment, complain: Complain): number => {
  const text = said(env, 'PORT')
  if (text === null) return 3000
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  complain(
    `PORT is "${text}", which is not the number of a port. Give one from 1 to 65535, or leave it out for 3000.`,
  )
  return 0
}

const hostIn = (env: Environment, complain: Complain): string => {
  const host = said(env, 'HOST') ?? '127.0.0.1'
  if (/^[\w.:-]+$/.test(host)) return host
  complain(
    `HOST is "${host}", which is no name or address of a machine. Give one such as 0.0.0.0, or leave it out to be reached from this machine only.`,
  )
  return host
}

const databaseIn = (env: Environment, complain: Complain): string | null => {
  const text = said(env, 'DATABASE_URL')
  if (text === null) return null
  // Not by URL: one that names a socket has no host.
  if (/^postgres(?:ql)?:\/\/[^\s/]*\/[^\s/?]+/.test(text)) return text
  // The address is not repeated here: it may hold a password.
  complain(
    'DATABASE_URL is not the address of a PostgreSQL database. Write it as postgresql://user:password@host:5432/alongside, with anything special in the password percent-encoded, or leave it out to use the database that comes with Alongside.',
  )
  return text
}

const secretIn = (env: Environment, needed: boolean, complain: Complain): string | null => {
  const secret = said(env, 'SECRET')
  if (secret === null) {
    if (needed)
      complain(
        `SECRET is missing. With DATABASE_URL it is needed, the same in every process: at least ${shortestSecret} random characters, such as openssl rand -base64 48 prints.`,
      )
    return null
  }
  if (secret.length < shortestSecret)
    complain(
      `SECRET has ${secret.length} characters and needs at least ${shortestSecret}. Take what openssl rand -base64 48 prints.`,
    )
  return secret
}

const oldSecretsIn = (env: Environment, complain: Complain): readonly string[] => {
  const secrets = said(env, 'OLD_SECRETS')?.split(/\s+/) ?? []
  if (secrets.some(({ length }) => length < shortestSecret))
    complain(
      `OLD_SECRETS holds one with fewer than ${shortestSecret} characters. Give the secrets that SECRET was before, as they were, with a space between them.`,
    )
  return secrets
}

const addressIn = (env: Environment, complain: Complain): string | null => {
  const text = said(env, 'BASE_URL')
  if (text === null) return null
  const url = urlOf(text)
  if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '')
    return url.origin
  complain(
    `BASE_URL is "${text}", which is not an address that people can open. Write it as https://alongside.example.org, without a path.`,
  )
  return null
}

const proxiesIn = (env: Environment, https: boolean, complain: Complain): number => {
  const text = said(env, 'PROXIES')
  if (text === null) return https ? 1 : 0
  if (/^[0-9]$/.test(text)) return Number(text)
  complain(
    `PROXIES is "${text}". Give how many proxies stand between people and Alongside, such as 1, or leave it out for ${https ? 1 : 0}.`,
  )
  return 0
}

const logIn = (env: Environment, ownDatabase: boolean, dataFolder: string): Configuration['log'] => {
  const text = said(env, 'LOG')
  if (text === 'none') return { kind: 'none' }
  if (text === '-' || (text === null && !ownDatabase)) return { kind: 'terminal' }
  return { kind: 'file', path: text === null ? join(dataFolder, 'alongside.log') : resolve(root, text) }
}

/**
 * Reads the settings: PORT, HOST, DATABASE_URL, DATA, SECRET, OLD_SECRETS, BASE_URL, PROXIES, LOG, and those of signing in and of mail. All that is wrong is found at once,
 * each said with its remedy. A relative path counts from the folder that holds package.json, wherever the command is called.
 */
export const readConfiguration = (env: Environment): ConfigurationRead => {
  const problems: string[] = []
  const complain: Complain = (problem) => void problems.push(problem)
  const databaseUrl = databaseIn(env, complain)
  const dataFolder = resolve(root, said(env, 'DATA') ?? 'data')
  const baseUrl = addressIn(env, complain)
  const https = baseUrl?.startsWith('https:') ?? false
  const configuration: Configuration = {
    host: hostIn(env, complain),
    port: portIn(env, complain),
    databaseUrl,
    dataFolder,
    secret: secretIn(env, databaseUrl !== null, complain),
    oldSecrets: oldSecretsIn(env, complain),
    baseUrl,
    https,
    proxies: proxiesIn(env, https, complain),
    signIn: signInSettings((name) => said(env, name), baseUrl, complain),
    mail: mailSettings((name) => said(env, name), baseUrl, complain),
    log: logIn(env, databaseUrl === null, dataFolder),
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, configuration }
}
