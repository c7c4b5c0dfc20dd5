import type { Locator, Page } from 'playwright-core'
import { focusProblem } from './focus.ts'

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

const mostStops = 400

const reach = async (page: Page, what: Locator): Promise<void> => {
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await isFocused(what)) {
      const wrong = await focusProblem(page)
      if (wrong === null) return
      throw new Error(`The focus is on ${what.toString()}: ${wrong}`)
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
