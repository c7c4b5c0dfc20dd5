const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** What the controls of a page hold when it is opened, as a browser would send them back untouched. */
export const boxes = (body: string): Record<string, string> => {
  const all: Record<string, string> = {}
  const own = body.replace(/^[\s\S]*<main/, '')
  for (const [tag] of own.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1] ?? ''
    const isSent = /type="(?:radio|checkbox)"/.test(tag) ? / checked/.test(tag) : true
    if (isSent && name !== '' && !name.startsWith('_'))
      all[name] = unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name = '', text = ''] of own.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    all[name] = unescaped(text)
  for (const [, name = '', inside = ''] of own.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    all[name] = unescaped(/<option value="([^"]*)"[^>]* selected/.exec(inside)?.[1] ?? '')
  return all
}
