import type { Locator, Page } from 'playwright-core'

/** How somebody works a page: what they press, type and choose. */
export type Hands = {
  /** Follows a link or presses a button. */
  readonly press: (what: Locator) => Promise<void>
  readonly type: (into: Locator, text: string) => Promise<void>
  /** Ticks a box, or chooses one of a few. */
  readonly tick: (what: Locator) => Promise<void>
  /** Chooses from a list that opens. */
  readonly choose: (from: Locator, text: string) => Promise<void>
}

/** With a mouse or a finger. */
export const pointing: Hands = {
  press: (what) => what.click(),
  type: (into, text) => into.fill(text),
  tick: (what) => what.check(),
  choose: async (from, text) => {
    await from.selectOption({ label: text })
  },
}

const isFocused = async (what: Locator): Promise<boolean> =>
  (await what.and(what.page().locator(':focus')).count()) > 0

/** Asked of what has the focus: whether one can see that it has. */
const shows = `(() => {
  const style = getComputedStyle(document.activeElement)
  const label = document.activeElement.nextElementSibling
  const box = label === null ? style : getComputedStyle(label, '::before')
  const seen = ({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none'
  return seen(style) || seen(box)
})()`

const mostStops = 400

const reach = async (page: Page, what: Locator): Promise<void> => {
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await isFocused(what)) {
      if (await page.evaluate<boolean>(shows)) return
      throw new Error(`Nothing shows that the focus is on ${what.toString()}.`)
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not lead to ${what.toString()}.`)
}

/** With the keyboard alone: Tab to it, then Enter, Space, the arrows and the letters. */
export const typing = (page: Page): Hands => ({
  press: async (what) => {
    await reach(page, what)
    await page.keyboard.press('Enter')
  },
  type: async (into, text) => {
    await reach(page, into)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(text)
  },
  tick: async (what) => {
    const name = await what.getAttribute('name')
    const kind = await what.getAttribute('type')
    if (kind === 'checkbox') {
      await reach(page, what)
      if (!(await what.isChecked())) await page.keyboard.press('Space')
      return
    }
    const all = page.locator(`input[name="${name}"]`)
    const chosen = page.locator(`input[name="${name}"]:checked`)
    await reach(page, (await chosen.count()) > 0 ? chosen : all.first())
    for (let moves = await all.count(); moves > 0 && !(await isFocused(what)); moves -= 1)
      await page.keyboard.press('ArrowDown')
    if (!(await what.isChecked())) await page.keyboard.press('Space')
  },
  choose: async (from, text) => {
    await reach(page, from)
    await page.keyboard.type(text)
  },
})
