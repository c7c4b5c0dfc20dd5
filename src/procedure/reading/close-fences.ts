/** A document in which every block of YAML ends, and the lines of those that did not. */
export type Closed = { readonly text: string; readonly unclosed: readonly number[] }

const fence = /^ {0,3}(`{3,}|~{3,})\s*(.*)$/
const heading = /^#{2,6}\s+\S/

const closes = (marks: string, opening: string): boolean =>
  marks.startsWith(opening.charAt(0)) && marks.length >= opening.length

/**
 * A block of YAML whose closing line is missing takes in all that follows. It is ended at the empty line before
 * the next heading or block, so that the rest of the document is read as it was meant; no line moves.
 */
export const closeFences = (markdown: string): Closed => {
  const lines = markdown.split('\n')
  const unclosed: number[] = []
  let open: { readonly line: number; readonly marks: string; readonly isYaml: boolean } | undefined
  const end = (at: number): void => {
    if (open === undefined) return
    unclosed.push(open.line + 1)
    if (lines[at]?.trim() === '') lines[at] = open.marks
    open = undefined
  }
  lines.forEach((line, at) => {
    const [, marks = '', info = ''] = fence.exec(line) ?? []
    if (open !== undefined && marks !== '' && info === '' && closes(marks, open.marks)) {
      open = undefined
      return
    }
    const beginsAnother = heading.test(line) || (marks !== '' && /^ya?ml\b/i.test(info))
    if (open?.isYaml && beginsAnother) end(at - 1)
    if (open === undefined && marks !== '') open = { line: at, marks, isYaml: /^ya?ml\b/i.test(info) }
  })
  if (open?.isYaml) end(lines.length)
  return { text: lines.join('\n'), unclosed }
}
