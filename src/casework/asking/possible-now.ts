/** Whether an event can come next at all: what is closed is not closed once more, and only what is closed is reopened. */
export const possibleNow = (type: string, { closed }: { readonly closed: boolean }): boolean => {
  if (type === 'case.reopened') return closed
  return type !== 'case.closed' || !closed
}
