const short = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')
    .split('-')[0] || 'person'

/** An id for somebody within their case, readable in its events: `ada`, and `ada-2` for a second of that name. */
export const personId = (name: string, used: ReadonlySet<string>): string => {
  const base = short(name)
  let id = base
  for (let nth = 2; used.has(id); nth += 1) id = `${base}-${nth}`
  return id
}
