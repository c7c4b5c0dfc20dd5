import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

type Fields = Readonly<Record<string, string | readonly string[]>>

/** Somebody with a browser without script: keeps cookies, follows forms. */
export type Visitor = {
  readonly get: (path: string) => Promise<LightMyRequestResponse>
  /**
   * Sends the form of the page last seen that leads to this address, with its hidden fields and these; `''` is
   * the form that leads to its own page.
   */
  readonly send: (action: string, fields?: Fields, page?: string) => Promise<LightMyRequestResponse>
  /** Sends just these fields. */
  readonly post: (path: string, fields: Fields) => Promise<LightMyRequestResponse>
  readonly cookies: Map<string, string>
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The hidden fields of the page's form with this action, or with a button that has it. */
const hiddenFields = (markup: string, action: string): Record<string, string> => {
  const forms = [...markup.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)]
  const own = forms.find(([, head = '', inside = '']) => {
    const stated = /action="([^"]*)"/.exec(head)?.[1]
    return (stated ?? '') === action || inside.includes(`formaction="${action}"`)
  })
  const inputs = [...(own?.[2] ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, unescaped(value)]))
}

export const visitor = (server: FastifyInstance): Visitor => {
  const cookies = new Map<string, string>()
  let seen = ''

  const ask = async (options: { method: 'GET' | 'POST'; url: string; payload?: string }) => {
    const headers = {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(options.payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const answer = await server.inject({ ...options, headers })
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, encodeURIComponent(value))
    }
    if (answer.headers['content-type']?.toString().startsWith('text/html') === true) seen = answer.body
    return answer
  }

  const post = (url: string, fields: Fields): Promise<LightMyRequestResponse> => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
    return ask({ method: 'POST', url, payload: body.toString() })
  }

  return {
    cookies,
    get: (url) => ask({ method: 'GET', url }),
    post,
    send: (action, fields = {}, page = seen) => {
      const hidden = hiddenFields(page, action)
      return post(action === '' ? (hidden['_page'] ?? '/') : action, { ...hidden, ...fields })
    },
  }
}
