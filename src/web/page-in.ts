/** Which page of a long list is asked for in an address, from 1; the first where it says nothing that is one. */
export const pageIn = (query: unknown): number => {
  const { page } = query as { readonly page?: unknown }
  return typeof page === 'string' && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1
}
