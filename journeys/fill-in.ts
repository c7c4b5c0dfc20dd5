import type { Locator } from 'playwright-core'
import type { When } from './dates.ts'
import type { Hands } from './hands.ts'

/** What is answered to one question: words, one or several of the answers offered, or a day. */
export type Answer = string | readonly string[] | When

/** Answers by the words of their questions. */
export type Answers = Readonly<Record<string, Answer>>

const isWhen = (answer: Answer): answer is When => typeof answer === 'object' && 'day' in answer

const parts = [
  ['Day', 'day'],
  ['Month', 'month'],
  ['Year', 'year'],
] as const

const fillDay = async (hands: Hands, place: Locator, group: Locator, when: When): Promise<void> => {
  for (const [label, part] of parts) await hands.type(group.getByLabel(label, { exact: true }), when[part])
  if (when.time !== null) await hands.type(place.getByLabel('Time', { exact: true }).first(), when.time)
}

/** What one may answer here, for a journey that asked for something else. */
const offered = async (place: Locator): Promise<string> => {
  const words = await place.locator('legend, label').allInnerTexts()
  return words.map((one) => `  ${one.replaceAll(/\s+/g, ' ').trim()}`).join('\n')
}

const tickOne = async (hands: Hands, group: Locator, answer: string): Promise<void> => {
  const one = group.getByLabel(answer, { exact: true })
  if ((await one.count()) !== 1)
    throw new Error(`"${answer}" is not one of the answers. There is:\n${await offered(group)}`)
  await hands.tick(one)
}

const fillOne = async (hands: Hands, place: Locator, label: string, answer: Answer): Promise<void> => {
  const group = place.getByRole('group', { name: label, exact: true })
  const control = place.getByLabel(label, { exact: true })
  if ((await group.count()) === 1) {
    if (isWhen(answer)) return fillDay(hands, place, group, answer)
    for (const one of typeof answer === 'string' ? [answer] : answer) await tickOne(hands, group, one)
    return undefined
  }
  if ((await control.count()) !== 1 || typeof answer !== 'string')
    throw new Error(
      `There is no one question "${label}" that is answered so. There is:\n${await offered(place)}`,
    )
  if ((await control.locator('option').count()) > 0) return hands.choose(control, answer)
  if ((await control.getAttribute('type')) === 'checkbox') return hands.tick(control)
  return hands.type(control, answer)
}

/** Fills in a form by what stands on it, from top to bottom in the order of the answers. */
export const fillIn = async (hands: Hands, place: Locator, answers: Answers): Promise<void> => {
  for (const [label, answer] of Object.entries(answers)) await fillOne(hands, place, label, answer)
}
