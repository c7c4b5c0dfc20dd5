import type { Page } from 'playwright-core'
import { accessibility } from './accessible.ts'
import { room } from './room.ts'

/** What a page is held to, beside what the journey wants from it. */
export type Looked = {
  /** Names that belong to people: none of them in a title or an address. */
  readonly names: readonly string[]
  /** Bytes of the page as it was sent. */
  readonly weight: number
  /** Another page on which its markup is looked at where it lets no script run; null where it does. */
  readonly copy: Page | null
}

const heaviest = 60_000

/** What is folded away is looked at too. Asked in the browser: the parts that were folded, as they stand on the page. */
const unfold = `[...document.querySelectorAll('details')].flatMap((one, i) => {
  const wasOpen = one.open
  one.open = true
  return wasOpen ? [] : [i]
})`

const fold = (folded: readonly number[]): string =>
  `[...document.querySelectorAll('details')].forEach((one, i) => { if (${JSON.stringify(folded)}.includes(i)) one.open = false })`

/** Everything that is wrong with the page that is open, whatever page it is. */
export const problemsOf = async (page: Page, { names, weight, copy }: Looked): Promise<readonly string[]> => {
  const title = await page.title()
  const heads = await page.locator('h1').count()
  const address = decodeURIComponent(page.url())
  const said = names.filter((name) => title.includes(name) || address.includes(name))
  const folded = await page.evaluate<number[]>(unfold)
  const problems = [
    ...(heads === 1 ? [] : [`It has ${heads} first headings.`]),
    ...(title.endsWith(' - Alongside') ? [] : [`Its title is "${title}".`]),
    ...said.map((name) => `"${name}" stands in its title or its address.`),
    ...(weight <= heaviest ? [] : [`It weighs ${weight} bytes, and ${heaviest} is the most.`]),
    ...(await room(page)),
    ...(await accessibility(page, copy)),
  ]
  await page.evaluate(fold(folded))
  return problems
}
