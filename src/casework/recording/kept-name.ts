const longestPart = 64
const mark = 'kept'

/**
 * The name of a draft for a form that keeps none of its own, for when a session ends while it is open: it says on which
 * page the form stands. Null where the page's path is too long for a name.
 */
export const keptName = (page: string): string | null => {
  const said = Buffer.from(page).toString('base64url')
  if (said.length > 2 * longestPart) return null
  const parts = [said.slice(0, longestPart), said.slice(longestPart)].filter((part) => part !== '')
  return [mark, ...parts].join(':')
}

/** The page of such a draft; null for the name of any other. */
export const pageOfKept = (form: string): string | null => {
  const [page, ...parts] = form.split(':')
  return page === mark ? Buffer.from(parts.join(''), 'base64url').toString() : null
}
