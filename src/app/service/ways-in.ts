import type { Deps } from '#casework/deps.ts'
import type { SignIn } from '#casework/sign-in/sessions.ts'
import type { LinkDeps } from '#casework/sign-in/sign-in-deps.ts'
import { paths } from '#web/paths.ts'
import { makeSecrets } from '../sign-in/make-secrets.ts'
import { openidProvider } from '../sign-in/openid-provider.ts'
import type { Configuration } from './configuration.ts'
import { keptSecret } from './kept-secret.ts'
import { peopleToBe } from './people-to-be.ts'

/** The secrets of the installation: the one in use, then those that were. */
export const secretsOf = ({
  secret,
  oldSecrets,
  dataFolder,
}: Configuration): readonly [string, ...string[]] => [secret ?? keptSecret(dataFolder), ...oldSecrets]

/** The address at which people reach the service, as far as it is known before it answers. */
export const addressOf = ({ baseUrl, host, port }: Configuration): string =>
  baseUrl ?? `http://${host}:${port}`

/**
 * How people sign in.
 *
 * @param address under which links and the way back from a provider lead to the service, asked when it is needed
 */
export const waysIn = (
  deps: Deps,
  configuration: Configuration,
  address: () => string,
): Omit<LinkDeps, keyof Deps> & { readonly signIn: SignIn } => {
  const { passwords, provider } = configuration.signIn
  const back = `${addressOf(configuration)}${paths.backFromProvider}`
  return {
    secrets: makeSecrets(secretsOf(configuration)),
    workAccountsAt: passwords ? null : `${addressOf(configuration)}${paths.signIn}`,
    linkTo: (token) => `${address()}${paths.signInLink(token)}`,
    signIn: {
      people: () => peopleToBe(deps),
      authorities: async () => (await deps.store.authorities()).filter(({ demonstration }) => !demonstration),
      passwords,
      letters: configuration.mail.smtp !== null,
      provider: provider === null ? null : openidProvider(provider, back),
    },
  }
}
