import type { Page } from 'playwright-core'

/** The narrowest telephone, or a desk at 400 %. What has room there has room on any. */
const narrowest = 320

/** As far apart as somebody may set letters, words, lines and paragraphs who reads better so (WCAG 1.4.12). */
const spaced = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`

/** Asked in the browser: how wide the page is, how much room it has, and what reaches over the edge. */
const howWide = `(() => {
  const room = document.documentElement.clientWidth
  const over = [...document.querySelectorAll('body *')].find((one) => one.getBoundingClientRect().right > room + 1)
  return [document.documentElement.scrollWidth, room, over?.outerHTML.slice(0, 200) ?? '']
})()`

/** Asked in the browser: what is cut off, or runs out of its button, when its letters stand farther apart. */
const cutOff = `(() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(${JSON.stringify(spaced)})
  const before = [...document.adoptedStyleSheets]
  document.adoptedStyleSheets = [...before, sheet]
  const runsOut = (one) => {
    const text = document.createRange()
    text.selectNodeContents(one)
    const [inner, outer] = [text.getBoundingClientRect(), one.getBoundingClientRect()]
    return inner.right > outer.right + 1 || inner.bottom > outer.bottom + 1
  }
  const isCut = (one) => {
    const { overflowX, overflowY, display } = getComputedStyle(one)
    if (display === 'inline' || one.clientWidth <= 1 || !one.checkVisibility()) return false
    // What is typed into a box can be gone through there, however long it is.
    if (one.matches('input, select, textarea')) return false
    if (one.matches('button, [role=button]')) return runsOut(one)
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip'
    return (
      (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
      (hides(overflowY) && one.scrollHeight > one.clientHeight + 1)
    )
  }
  const cut = [...document.querySelectorAll('body *')].filter(isCut)
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth
  document.adoptedStyleSheets = before
  return [...(wide ? ['the page'] : []), ...cut.map((one) => one.outerHTML.slice(0, 200))]
})()`

/** Whether a page fits its place: at its usual width and the narrowest, and with its letters set apart. */
export const room = async (page: Page): Promise<readonly string[]> => {
  const usual = page.viewportSize()
  const problems: string[] = []
  for (const width of [narrowest, usual?.width ?? narrowest]) {
    await page.setViewportSize({ width, height: 900 })
    const [wide, there, over] = await page.evaluate<[number, number, string]>(howWide)
    if (wide > there) problems.push(`It is ${wide} wide where there is room for ${width}: ${over}`)
  }
  const cut = await page.evaluate<string[]>(cutOff)
  return [...problems, ...cut.slice(0, 3).map((one) => `Set apart, the letters do not fit: ${one}`)]
}
