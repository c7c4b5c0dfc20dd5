import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export type Account = { readonly email?: string; readonly email_verified?: boolean }

/** A real identity provider on this machine, whose accounts a test names. */
export type LocalProvider = {
  readonly issuer: string
  /** Signs somebody in there, and gives the address that their browser is sent back to. */
  readonly signIn: (url: string, account: string) => Promise<string>
  readonly close: () => Promise<void>
}

export const clientId = 'alongside'
export const clientSecret = 'a secret of the provider and of Alongside: odd % characters & all'

const page = '<form method="post"><input name="account"></form>'

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}

/** A browser's cookies for one host, and its redirects, followed by hand. */
const browserAt = (issuer: string) => {
  const cookies = new Map<string, string>()
  const ask = async (url: string, form?: Readonly<Record<string, string>>): Promise<Response> => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split(/=(.*)/) ?? []
      cookies.set(name, value)
    }
    return answer
  }
  return async (url: string, account: string): Promise<string> => {
    let [at, answer] = [url, await ask(url)]
    for (let steps = 0; steps < 12; steps += 1) {
      const location = answer.headers.get('location')
      if (location === null) answer = await ask(at, { account })
      else {
        at = new URL(location, at).href
        if (!at.startsWith(issuer)) return at
        answer = await ask(at)
      }
    }
    throw new Error(`The provider led nowhere: ${answer.status}`)
  }
}

/** Starts it. `refuse` is an account that gives up. */
export const localProvider = async (
  accounts: Readonly<Record<string, Account>>,
  redirectUri: string,
): Promise<LocalProvider> => {
  // Its notices are about running it for real.
  const { info, warn } = console
  console.info = () => {}
  console.warn = () => {}
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { email: ['email', 'email_verified'] },
    cookies: { keys: ['a key of the local provider'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) =>
      accounts[id] && { accountId: id, claims: async () => ({ sub: id, ...accounts[id] }) },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  })
  console.info = info
  console.warn = warn
  const own = provider.callback()

  const interaction = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html').end(page)
      return
    }
    const account = (await bodyOf(request)).get('account') ?? ''
    const result =
      account === 'refuse' ? { error: 'access_denied' } : { login: { accountId: account, remember: false } }
    await provider.interactionFinished(request, response, result)
  }
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') === true) void interaction(request, response)
    else void own(request, response)
  })

  return {
    issuer,
    signIn: (url, account) => browserAt(issuer)(url, account),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
