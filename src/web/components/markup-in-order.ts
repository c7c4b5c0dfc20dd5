const inline = new Set(['a', 'abbr', 'em', 'label', 'span', 'strong', 'time'])
const named: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  ctdot: '⋯',
  nbsp: ' ',
}

const decoded = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
      if (dec !== undefined) return String.fromCodePoint(Number(dec))
      return named[name ?? ''] ?? whole
    },
  )

const inOrder = (tag: string): string => {
  const [, slash = '', name = '', rest = ''] = /^<(\/?)([\w-]+)([\s\S]*?)\/?>$/.exec(tag) ?? []
  const all = [...rest.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value]) =>
    value === undefined ? key : `${key}=${JSON.stringify(decoded(value).trim().replaceAll(/\s+/g, ' '))}`,
  )
  return `<${slash}${name.toLowerCase()}${all
    .toSorted()
    .map((one) => ` ${one}`)
    .join('')}>`
}

const nameOf = (tag: string | undefined): string => /^<\/?([\w-]+)/.exec(tag ?? '')?.[1]?.toLowerCase() ?? ''

/**
 * Markup as a list of tags and texts that is the same whenever two pieces of markup mean the same: attributes
 * in order, character references read, and no spaces but those that separate words or inline elements.
 */
export const markupInOrder = (markup: string): readonly string[] => {
  const pieces = markup.split(/(<(?:[^>"]|"[^"]*")*>)/).filter((piece) => piece !== '')
  return pieces.flatMap((piece, i) => {
    if (piece.startsWith('<')) return [inOrder(piece)]
    const text = decoded(piece).replaceAll(/\s+/g, ' ')
    if (text.trim() === '') return []
    const before = pieces[i - 1]
    const afterInline = before?.startsWith('</') === true && inline.has(nameOf(before))
    const beforeInline = inline.has(nameOf(pieces[i + 1])) && pieces[i + 1]?.startsWith('</') === false
    const cut = afterInline ? text : text.trimStart()
    return [`text ${beforeInline ? cut : cut.trimEnd()}`]
  })
}
