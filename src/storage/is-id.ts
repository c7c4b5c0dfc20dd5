const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text, out of an address perhaps, can be an id at all; the database takes no other. */
export const isId = (text: string): boolean => uuid.test(text)
