import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What a page is held to, beside what the journey wants from it. */
export type Looked = {
  /** Names that belong to people: none of them in a title or an address. */
  readonly names: readonly string[]
  /** Bytes of the page as it was sent. */
  readonly weight: number
  /** Another page on which its markup is looked at where it lets no script run; null where it does. */
  readonly copy: Page | null
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const heaviest = 60_000
/** The narrowest telephone. What has room there has room on any. */
const narrowest = 320

/**
 * Asked in the browser: each kind of thing that stands on the page, by what it stands in and how it is marked up, and
 * the names of things that two have.
 */
const kindsOnPage = `(() => {
  const mark = (one) => [one.localName, ...one.classList, ...[...one.attributes]
    .filter(({ name }) => /^(aria-|role$|type$|tabindex$)/.test(name))
    .map(({ name, value }) => /^aria-(current|hidden|expanded|invalid)$|^role$|^type$/.test(name) ? name + '=' + value : name)].join(' ')
  const kinds = new Set()
  const walk = (one, above) => {
    const kind = above + '>' + mark(one)
    kinds.add(kind)
    for (const child of one.children) walk(child, kind)
  }
  walk(document.body, '')
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  return [[...kinds], ids.filter((id, i) => ids.indexOf(id) !== i)]
})()`

/** The kinds of things that were checked already, by the width of the page. */
const checked = new Map<number, Set<string>>()

/** Whether a page shows anything of a kind that was not checked yet; from then on it counts as checked. */
const isNew = (width: number, kinds: readonly string[]): boolean => {
  const known = checked.get(width) ?? new Set()
  checked.set(width, known)
  const before = known.size
  for (const kind of kinds) known.add(kind)
  return known.size > before
}

/** The same page as the browser holds it, in a place where the check can run. */
const copied = async (page: Page, copy: Page): Promise<Page> => {
  const whole = await page.content()
  const { origin } = new URL(page.url())
  // Its look is for pages of the service alone.
  if (!copy.url().startsWith(origin)) await copy.goto(`${origin}/sign-in`)
  await copy.setContent(whole.replaceAll(/<script[^>]*><\/script>/g, ''))
  return copy
}

/** What the check of accessibility finds. A page on which nothing is of a new kind is not gone through once more. */
const accessibility = async (page: Page, copy: Page | null): Promise<readonly string[]> => {
  const [kinds, doubled] = await page.evaluate<[string[], string[]]>(kindsOnPage)
  const twice = doubled.map((id) => `Two things have the name ${id}.`)
  if (!isNew(page.viewportSize()?.width ?? 0, kinds)) return twice
  const place = copy === null ? page : await copied(page, copy)
  const { violations } = await new AxeBuilder({ page: place }).withTags(standards).analyze()
  const found = violations.map(({ id, help, nodes }) => {
    const where = nodes.map(
      ({ html, any }) => `${html.slice(0, 200)} ${any.map(({ message }) => message).join(' ')}`,
    )
    return `${help} (${id}): ${where.slice(0, 3).join(' · ')}`
  })
  return [...twice, ...found]
}

/** Asked in the browser: how wide the page is, how much room it has, and what reaches over the edge. */
const howWide = `(() => {
  const room = document.documentElement.clientWidth
  const over = [...document.querySelectorAll('body *')].find((one) => one.getBoundingClientRect().right > room + 1)
  return [document.documentElement.scrollWidth, room, over?.outerHTML.slice(0, 200) ?? '']
})()`

const sideways = async (page: Page): Promise<readonly string[]> => {
  const usual = page.viewportSize()
  const problems: string[] = []
  for (const width of [narrowest, usual?.width ?? narrowest]) {
    await page.setViewportSize({ width, height: 900 })
    const [wide, room, over] = await page.evaluate<[number, number, string]>(howWide)
    if (wide > room) problems.push(`It is ${wide} wide where there is room for ${width}: ${over}`)
  }
  return problems
}

/** Everything that is wrong with the page that is open, whatever page it is. */
export const problemsOf = async (page: Page, { names, weight, copy }: Looked): Promise<readonly string[]> => {
  const title = await page.title()
  const heads = await page.locator('h1').count()
  const address = decodeURIComponent(page.url())
  const said = names.filter((name) => title.includes(name) || address.includes(name))
  return [
    ...(heads === 1 ? [] : [`It has ${heads} first headings.`]),
    ...(title.endsWith(' - Alongside') ? [] : [`Its title is "${title}".`]),
    ...said.map((name) => `"${name}" stands in its title or its address.`),
    ...(weight <= heaviest ? [] : [`It weighs ${weight} bytes, and ${heaviest} is the most.`]),
    ...(await sideways(page)),
    ...(await accessibility(page, copy)),
  ]
}
