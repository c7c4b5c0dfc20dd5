import type { Instant } from '#calendar/instant.ts'

/**
 * A key for one opening of one page, a UUID of version 7: its first 48 bits say when it was opened.
 *
 * @param random 10 random bytes
 */
export const pageKey = (now: Instant, random: Uint8Array): string => {
  const digits = [
    now.toString(16).padStart(12, '0'),
    ...Array.from(random.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')),
  ].join('')
  const variant = (8 + (Number.parseInt(digits.slice(16, 17), 16) % 4)).toString(16)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `7${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')
}

/** When the page of a key was opened; null for a key of another making. */
export const openedAt = (key: string): Instant | null =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(key)
    ? (Number.parseInt(key.slice(0, 8) + key.slice(9, 13), 16) as Instant)
    : null

/** Whether a draft was saved by another page after this one was opened, so that this one never showed it. */
export const isUnseen = (
  draft: { readonly page?: string | null; readonly savedAt: Instant },
  key: string,
): boolean => {
  const opened = openedAt(key)
  const { page } = draft
  return opened !== null && page !== undefined && page !== null && page !== key && draft.savedAt > opened
}
