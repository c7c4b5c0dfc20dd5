import type { Terminal } from './terminal.ts'

/** What text is laid out on: how wide it is and how it is coloured. */
export type Page = Pick<Terminal, 'width' | 'paint'>

/**
 * Words in lines no longer than the width, the first beginning with `first` and the others with `rest`. A word
 * longer than a line keeps a line of its own.
 */
export const wrapped = (text: string, width: number, first = '', rest = first): readonly string[] => {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = rest
      empty = true
    }
    line = empty ? `${line}${word}` : `${line} ${word}`
    empty = false
  }
  return empty ? lines : [...lines, line]
}

/** Two texts on one line, the second at the right edge; undefined when they do not fit beside each other. */
export const acrossTheLine = (left: string, right: string, width: number): string | undefined => {
  const gap = width - left.length - right.length
  return gap < 2 ? undefined : `${left}${' '.repeat(gap)}${right}`
}

/** The heading of a part, with an empty line before and after it. */
export const partHeading = (title: string, { paint }: Page): readonly string[] => [
  '',
  paint('bold', title),
  '',
]
