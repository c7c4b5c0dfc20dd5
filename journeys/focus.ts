import type { Page } from 'playwright-core'

/**
 * Asked in the browser of what has the focus: whether it looks otherwise than without (WCAG 2.4.7), be it on the label
 * that is drawn in its place, and whether it stands in sight, or a part of it, with nothing over it (WCAG 2.4.11).
 */
const howItLooks = `(() => {
  const one = document.activeElement
  const marks = ({ outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor }) =>
    [outlineStyle === 'none' ? '' : outlineWidth + outlineColor, boxShadow, backgroundColor].join()
  const look = () => {
    const label = one.nextElementSibling
    return marks(getComputedStyle(one)) + (label === null ? '' : marks(getComputedStyle(label, '::before')))
  }
  const focused = look()
  one.blur()
  const plain = look()
  one.focus()
  const { left, right, top, bottom } = one.getClientRects()[0]
  const middle = (from, to, room) => (Math.max(from, 0) + Math.min(to, room)) / 2
  const there = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight))
  const isSeen = there !== null && (one.contains(there) || there.contains(one))
  return focused === plain ? 'nothing shows it.' : isSeen ? null : 'it is out of sight.'
})()`

/** What is wrong with how the focus is shown; null where nothing is. */
export const focusProblem = (page: Page): Promise<string | null> => page.evaluate<string | null>(howItLooks)

const hasFocus = (selector: string): string =>
  `document.activeElement.matches(${JSON.stringify(selector)}) || document.activeElement.closest(${JSON.stringify(selector)}) !== null`

/**
 * What is wrong with the way past the header, as the keyboard finds it on a page that was just opened: the first stop,
 * to be seen, which leads to the main part, so that the next stop is there. A page that has put the focus on what is
 * wrong with a form is beyond it already.
 */
export const skipProblems = async (page: Page): Promise<readonly string[]> => {
  if (!(await page.evaluate<boolean>('document.activeElement === document.body'))) return []
  await page.keyboard.press('Tab')
  if (!(await page.evaluate<boolean>(hasFocus('.govuk-skip-link'))))
    return ['The first stop of the keyboard is not the link to the main part.']
  const shown = await focusProblem(page)
  await page.keyboard.press('Enter')
  const isMain = await page.evaluate<boolean>("document.activeElement === document.querySelector('main')")
  await page.keyboard.press('Tab')
  const isBehind = await page.evaluate<boolean>(
    `${hasFocus('main')} || document.querySelector('main a[href], main input, main button, main summary') === null`,
  )
  return [
    ...(shown === null ? [] : [`On the link to the main part: ${shown}`]),
    ...(isMain ? [] : ['The link to the main part does not lead there.']),
    ...(isBehind ? [] : ['After the link to the main part the next stop is not in it.']),
  ]
}
