import * as client from 'openid-client'
import type { Claims, Finished, IdentityProvider } from '#casework/sign-in/identity-provider.ts'

export type ProviderSettings = {
  /** Its address, under which it publishes what it can do. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says. */
  readonly label: string
  /** Whether every address of email that it gives is one that it vouches for, without saying so each time. */
  readonly trustsEmail: boolean
}

/** Seconds by which its clock and ours may differ. */
const clockTolerance = 30

/** Basic is what a provider takes that says nothing; where it takes the other, odd characters do no harm. */
const authentication = (secret: string): client.ClientAuth => {
  const [post, basic] = [client.ClientSecretPost(secret), client.ClientSecretBasic(secret)]
  return (server, metadata, body, headers) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true ? post : basic)(
      server,
      metadata,
      body,
      headers,
    )
}

const notReached = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
])

/** What it has answered, and answered wrongly: all else is that it was not reached. */
const refusal = (error: unknown): string | null => {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError)
    return error.error
  if (!(error instanceof client.ClientError)) return null
  const code = error.code ?? error.name
  return notReached.has(code) ? null : code
}

type Said = Readonly<Record<string, unknown>>

/**
 * Signing in by OpenID Connect: the authorisation code flow with PKCE, state and nonce. What the provider can do is asked
 * when somebody first signs in with it, so that the service starts without it.
 *
 * @param redirectUri where the provider sends the browser back to
 */
export const openidProvider = (settings: ProviderSettings, redirectUri: string): IdentityProvider => {
  const { issuer, clientId, clientSecret, label, trustsEmail } = settings
  let found: Promise<client.Configuration> | undefined
  const configuration = (): Promise<client.Configuration> => {
    found ??= client
      .discovery(
        new URL(issuer),
        clientId,
        { [client.clockTolerance]: clockTolerance },
        authentication(clientSecret),
        { execute: issuer.startsWith('http:') ? [client.allowInsecureRequests] : [] },
      )
      .catch((error: unknown) => {
        found = undefined
        throw error
      })
    return found
  }

  const emailOf = (said: Said): string | null => {
    const email = said['email']
    return typeof email === 'string' && (said['email_verified'] === true || trustsEmail) ? email : null
  }

  const finish = async (query: string, asked: Parameters<IdentityProvider['finish']>[1]): Promise<Claims> => {
    const config = await configuration()
    const tokens = await client.authorizationCodeGrant(config, new URL(`${redirectUri}${query}`), {
      pkceCodeVerifier: asked.verifier,
      expectedState: asked.state,
      expectedNonce: asked.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined) throw new Error('The provider gave no identity.')
    const { iss, sub } = claims
    const asksMore = claims['email'] === undefined && config.serverMetadata().userinfo_endpoint !== undefined
    const said = asksMore ? await client.fetchUserInfo(config, tokens.access_token, sub) : claims
    return { issuer: iss, subject: sub, email: emailOf({ ...said }) }
  }

  return {
    label,
    begin: async () => {
      const config = await configuration()
      const asked = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state: asked.state,
        nonce: asked.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(asked.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, asked }
    },
    finish: async (query, asked): Promise<Finished> => {
      try {
        return { kind: 'known', claims: await finish(query, asked) }
      } catch (error) {
        const why = refusal(error)
        if (why === null) throw error
        return { kind: 'refused', why }
      }
    },
  }
}
