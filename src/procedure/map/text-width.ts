const widthsInHundredths: readonly (readonly [string, number])[] = [
  ["ijlI'|", 30],
  [' .,:;!/\\', 34],
  ['f()[]-', 40],
  ['rt"', 42],
  ['scz?', 55],
  ['kvxyaeoLFT', 62],
  ['bdghnpqu0123456789EPSY', 64],
  ['ABCKRVXZ', 70],
  ['DGHNOQU&+=<>', 79],
  ['wM', 87],
  ['mW%@', 100],
]

const widths = new Map(
  widthsInHundredths.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
)

/** How a text is set: its size in pixels, and whether it is bold. */
export type Face = { readonly size: number; readonly bold: boolean }

/**
 * How wide a text may become, in pixels, in the widest of the fonts that systems use for their own pages.
 * Most come out narrower; nothing should come out wider, since boxes are made to fit.
 */
export const textWidth = (text: string, { size, bold }: Face): number => {
  const hundredths = Array.from(text).reduce(
    (sum, letter) => sum + (widths.get(letter) ?? (letter < '\u0250' ? 80 : 105)),
    0,
  )
  return (hundredths / 100) * size * (bold ? 1.14 : 1)
}

/** The height of a line of text, in pixels. */
export const lineHeight = ({ size }: Face): number => Math.ceil(size * 1.3)

const broken = (word: string, fits: (text: string) => boolean): readonly string[] => {
  const pieces = ['']
  for (const letter of word) {
    const longer = (pieces.at(-1) ?? '') + letter
    if (fits(longer) || pieces.at(-1) === '') pieces[pieces.length - 1] = longer
    else pieces.push(letter)
  }
  return pieces
}

/** A text in lines, line `n` no wider than `widthOf(n)` pixels; a word too long for a line is broken. */
export const wrapTo = (text: string, widthOf: (line: number) => number, face: Face): readonly string[] => {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/).filter((w) => w !== '')) {
    const last = lines.at(-1) ?? ''
    const longer = last === '' ? word : `${last} ${word}`
    const fits = (t: string): boolean => textWidth(t, face) <= widthOf(lines.length - 1)
    if (fits(longer)) lines[lines.length - 1] = longer
    else {
      if (last !== '') lines.push('')
      const [first = '', ...rest] = broken(word, fits)
      lines[lines.length - 1] = first
      lines.push(...rest)
    }
  }
  return lines
}

const widest = (lines: readonly string[], face: Face): number =>
  Math.max(0, ...lines.map((line) => textWidth(line, face)))

/** Text set in lines, and the room it takes in pixels. */
export type TextBlock = {
  readonly lines: readonly string[]
  readonly face: Face
  readonly width: number
  readonly height: number
}

const block = (lines: readonly string[], face: Face): TextBlock => ({
  lines,
  face,
  width: Math.ceil(widest(lines, face)),
  height: lines.length * lineHeight(face),
})

/** Several paragraphs, each with a mark before it; one alone has none. */
export const marked = (paragraphs: readonly string[]): readonly string[] =>
  paragraphs.length < 2 ? paragraphs : paragraphs.map((text) => `\u2022 ${text}`)

/** Paragraphs set no wider than `width`, each as even as it can be without more lines. */
export const setText = (paragraphs: readonly string[], width: number, face: Face): TextBlock =>
  block(
    paragraphs.flatMap((text) => evenly(text, width, face)),
    face,
  )

const evenly = (text: string, width: number, face: Face): readonly string[] => {
  let best = wrapTo(text, () => width, face)
  for (let narrower = width - 8; best.length > 1 && narrower > width / 2; narrower -= 8) {
    const lines = wrapTo(text, () => narrower, face)
    if (lines.length > best.length || lines.join(' ') !== best.join(' ')) break
    best = lines
  }
  return best
}
