type Fields = Readonly<Record<string, string | readonly string[]>>

/** A browser without script, over the network: keeps cookies, and follows no redirect by itself. */
export type Browser = (path: string, form?: Fields) => Promise<Response>

export const browser = (address: string): Browser => {
  const cookies = new Map<string, string>()
  return async (path, form) => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(form ?? {}))
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
    const answer = await fetch(`${address}${path}`, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split(/=(.*)/) ?? []
      cookies.set(name, value)
    }
    return answer
  }
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** What a page has put beside the answers of its form, by the names of the controls. */
export const hiddenIn = (markup: string): Readonly<Record<string, string>> => {
  const main = /<main[\s\S]*<\/main>/.exec(markup)?.[0] ?? markup
  const inputs = [...main.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, unescaped(value)]))
}
