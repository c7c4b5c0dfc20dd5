/** Rows as text in columns: words to the left, figures to the right. The first row is the head. */
export const table = (rows: readonly (readonly (string | number)[])[]): string => {
  const texts = rows.map((row) => row.map(String))
  const widths = texts[0]?.map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0))) ?? []
  return texts
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return typeof rows.at(-1)?.[column] === 'number' ? cell.padStart(width) : cell.padEnd(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** A figure as people read it: two places below ten, one below a hundred, whole above. */
export const rounded = (value: number): number => {
  const places = value < 10 ? 100 : value < 100 ? 10 : 1
  return Math.round(value * places) / places
}

/** Prints the lines of a measurement. */
export const say = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`)
}
