import type { ProviderSettings } from '../sign-in/openid-provider.ts'

/** How people sign in to authorities that are no demonstration. */
export type SignInSettings = {
  /** Whether they have a password and an app for codes here. */
  readonly passwords: boolean
  readonly provider: ProviderSettings | null
}

type Said = (name: string) => string | null
type Complain = (problem: string) => void

const isLoopback = ({ hostname }: URL): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)

const yesOrNo = (said: Said, name: string, otherwise: boolean, complain: Complain): boolean => {
  const text = said(name)?.toLowerCase() ?? null
  if (text === null) return otherwise
  if (text === 'yes' || text === 'no') return text === 'yes'
  complain(`${name} is "${text}". Give yes or no, or leave it out for ${otherwise ? 'yes' : 'no'}.`)
  return otherwise
}

const checkIssuer = (text: string, complain: Complain): void => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))) return
  complain(
    `OIDC_ISSUER is "${text}", which is not the address of an identity provider. Write it as the provider gives it, such as https://login.example.org/tenant/v2.0. It has to begin with https.`,
  )
}

const providerIn = (said: Said, baseUrl: string | null, complain: Complain): ProviderSettings | null => {
  const [issuer, clientId, clientSecret] = [
    said('OIDC_ISSUER'),
    said('OIDC_CLIENT_ID'),
    said('OIDC_CLIENT_SECRET'),
  ]
  if (issuer === null && clientId === null && clientSecret === null) return null
  if (issuer === null)
    complain(
      'OIDC_ISSUER is missing. Give the address of your identity provider, or leave out OIDC_CLIENT_ID and OIDC_CLIENT_SECRET as well.',
    )
  else checkIssuer(issuer, complain)
  if (clientId === null)
    complain('OIDC_CLIENT_ID is missing. Give the id under which your identity provider knows Alongside.')
  if (clientSecret === null)
    complain('OIDC_CLIENT_SECRET is missing. Give the secret that your identity provider made for Alongside.')
  if (baseUrl === null)
    complain(
      'BASE_URL is missing. With OIDC_ISSUER it is needed: the provider sends people back to /sign-in/provider/back under it, and has to be told that address.',
    )
  return {
    issuer: issuer ?? '',
    clientId: clientId ?? '',
    clientSecret: clientSecret ?? '',
    label: said('OIDC_LABEL') ?? 'Sign in with your work account',
    trustsEmail: yesOrNo(said, 'OIDC_TRUST_EMAIL', false, complain),
  }
}

/** Reads PASSWORDS and the OIDC settings; all that is wrong is said with its remedy, and no secret is repeated. */
export const signInSettings = (said: Said, baseUrl: string | null, complain: Complain): SignInSettings => {
  const provider = providerIn(said, baseUrl, complain)
  const passwords = yesOrNo(said, 'PASSWORDS', true, complain)
  if (!passwords && provider === null)
    complain(
      'PASSWORDS is no, and there is no OIDC_ISSUER, so that nobody could sign in. Name an identity provider, or leave PASSWORDS out.',
    )
  return { passwords, provider }
}
