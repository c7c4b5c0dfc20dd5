import axe from 'axe-core'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** A telephone: what a finger has to hit stands closer there than anywhere. */
const telephone = 390

/** What the check says of one thing that it found, as far as it is told on. */
type Found = {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[]
}

/** The same page as the browser holds it, in a place where the check can run. */
const copied = async (page: Page, copy: Page): Promise<Page> => {
  const whole = await page.content()
  const { origin } = new URL(page.url())
  // Its look is for pages of the service alone.
  if (!copy.url().startsWith(origin)) await copy.goto(`${origin}/sign-in`)
  await copy.setContent(whole.replaceAll(/<script[^>]*><\/script>/g, ''))
  const usual = page.viewportSize()
  if (usual !== null) await copy.setViewportSize(usual)
  return copy
}

/** Only what is wrong is worked out in full: the check takes a tenth of a second a page. */
const findings = (place: Page, runOnly: readonly string[] | object): Promise<readonly Found[]> => {
  const options = { runOnly, reporter: 'no-passes', preload: false, iframes: false }
  return place.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`)
}

const inWords = ({ id, help, nodes }: Found): string => {
  const where = nodes.map(
    ({ html, any }) => `${html.slice(0, 200)} ${any.map(({ message }) => message).join(' ')}`,
  )
  return `${help} (${id}): ${where.slice(0, 3).join(' · ')}`
}

const namedTwice = `(() => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  return ids.filter((id, i) => ids.indexOf(id) !== i)
})()`

/**
 * What axe finds on a page as wide as it stands, and of the size of its targets on a telephone.
 *
 * @param copy another page on which its markup is looked at where it lets no script run; null where it does
 */
export const accessibility = async (page: Page, copy: Page | null): Promise<readonly string[]> => {
  const twice = await page.evaluate<string[]>(namedTwice)
  const place = copy === null ? page : await copied(page, copy)
  await place.evaluate(axe.source)
  const found = [...(await findings(place, standards))]
  const usual = place.viewportSize()
  if (usual !== null && usual.width !== telephone) {
    await place.setViewportSize({ width: telephone, height: usual.height })
    found.push(...(await findings(place, { type: 'rule', values: ['target-size'] })))
    await place.setViewportSize(usual)
  }
  return [...twice.map((id) => `Two things have the name ${id}.`), ...found.map(inWords)]
}
