import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page, Response } from 'playwright-core'
import { fillIn } from './fill-in.ts'
import type { Answers } from './fill-in.ts'
import { skipProblems } from './focus.ts'
import { pointing, typing } from './hands.ts'
import { problemsOf } from './look-at-page.ts'

/** How somebody comes to the service. */
export type Way = {
  readonly width: number
  readonly script: boolean
  readonly by: 'pointing' | 'keyboard'
}

/** Somebody at a browser: does what one can see, and has every page looked at that they come to. */
export type Person = {
  /** Chooses on the first page whom to be: the first of an authority in a role, such as `Practitioner, Harbour team`. Their name. */
  readonly signIn: (authority: string, role: string) => Promise<string>
  /** What the page says, for a journey to look for. */
  readonly main: Locator
  /** Follows a link by its words, in the named part of the page where it says one. */
  readonly follow: (text: string | RegExp, part?: string) => Promise<void>
  /** Follows the link above the heading. */
  readonly goBack: () => Promise<void>
  /** Goes to a part of the service, such as `Referrals`. */
  readonly goTo: (part: string) => Promise<void>
  /** Whether there is a link or a button of this name. */
  readonly offers: (text: string, part?: string) => Promise<boolean>
  /** Whether the page says this. */
  readonly says: (text: string | RegExp) => Promise<boolean>
  readonly answer: (answers: Answers) => Promise<void>
  /** The same for the questions in one part of the form. */
  readonly answerIn: (part: string, answers: Answers) => Promise<void>
  readonly press: (text: string) => Promise<void>
  /** The same where it is to be refused. */
  readonly pressRefused: (text: string) => Promise<void>
  readonly leave: () => Promise<void>
}

export type Place = {
  readonly browser: Browser
  readonly address: string
  readonly way: Way
  readonly journey: string
  /** Names that no title and no address may hold. */
  readonly names: readonly string[]
}

const pictures = process.env['JOURNEY_PICTURES']
let taken = 0

const takePicture = async (page: Page, journey: string): Promise<void> => {
  if (pictures === undefined) return
  taken += 1
  const usual = page.viewportSize()
  mkdirSync(pictures, { recursive: true })
  const what = (await page.title()).toLowerCase().replaceAll(/[^a-z]+/g, '-')
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    const path = join(pictures, `${journey}-${String(taken).padStart(3, '0')}-${what}-${width}.png`)
    await page.screenshot({ path, fullPage: true })
  }
  if (usual !== null) await page.setViewportSize(usual)
}

const named = (name: string | RegExp) => (typeof name === 'string' ? { name, exact: true } : { name })

const openContext = ({ browser, address, way }: Place): Promise<BrowserContext> =>
  browser.newContext({
    baseURL: address,
    viewport: { width: way.width, height: 900 },
    javaScriptEnabled: way.script,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // A page that glides to what has the focus is looked at before it has come there.
    reducedMotion: 'reduce',
  })

/** Somebody who has a browser open at the service, and has not signed in. */
export const arrive = async (place: Place): Promise<Person> => {
  const { journey, way, names } = place
  const context = await openContext(place)
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const aside = way.script ? null : await openContext({ ...place, way: { ...way, script: true } })
  const copy = aside === null ? null : await aside.newPage()
  const hands = way.by === 'keyboard' ? typing(page) : pointing
  const main = page.getByRole('main')
  const complaints: string[] = []
  let last: Response | undefined
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) last = response
    else if (response.status() >= 400) complaints.push(`${response.url()} answered ${response.status()}.`)
  })
  page.on('pageerror', (error) => complaints.push(`The script failed: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 422'))
      complaints.push(message.text())
  })

  const look = async (status: number): Promise<void> => {
    const weight = (await last?.body())?.length ?? 0
    await takePicture(page, journey)
    const problems = [
      ...(last?.status() === status ? [] : [`It answered ${last?.status()} in place of ${status}.`]),
      ...complaints.splice(0),
      ...(await problemsOf(page, { names, weight, copy })),
      ...(way.by === 'keyboard' ? await skipProblems(page) : []),
    ]
    if (problems.length === 0) return
    const said = (await main.innerText()).slice(0, 1500)
    throw new Error(`${await page.title()}, ${page.url()}:\n- ${problems.join('\n- ')}\n\n${said}`)
  }

  const go = async (what: Locator, status: number): Promise<void> => {
    if ((await what.count()) === 0)
      throw new Error(`${what.toString()} is not on "${await page.title()}":\n${await main.innerText()}`)
    await Promise.all([page.waitForEvent('load'), hands.press(what.first())])
    await look(status)
  }
  // What looks like a button may be a link to a page.
  const linkTo = (text: string | RegExp, part?: string): Locator => {
    const within = part === undefined ? main : main.getByRole('region', { name: part, exact: true })
    return within
      .getByRole('link', named(text))
      .or(within.locator('a[role=button]').getByText(text, { exact: true }))
  }
  /** Opens the folded part in which there is what is looked for. */
  const unfold = async (what: Locator, text: string | RegExp): Promise<void> => {
    const folded = main.locator('details:not([open])').filter({ hasText: text })
    if ((await what.count()) > 0 || (await folded.count()) === 0) return
    await hands.press(folded.first().locator(':scope > summary'))
  }
  const button = (text: string): Locator => page.getByRole('button', { name: text, exact: true })

  await page.goto('/')
  await look(200)
  return {
    main,
    signIn: async (authority, role) => {
      const there = main.getByRole('region', { name: authority, exact: true })
      const one = there
        .getByRole('button')
        .filter({ has: page.getByText(role, { exact: true }) })
        .first()
      const name = await one.locator('.app-person__name').innerText()
      await go(one, 200)
      return name
    },
    follow: async (text, part) => {
      await unfold(linkTo(text, part), text)
      await go(linkTo(text, part), 200)
    },
    offers: async (text, part) => (await linkTo(text, part).count()) > 0,
    says: async (text) => (await main.getByText(text).count()) > 0,
    goBack: () => go(page.getByRole('navigation', { name: 'Back' }).getByRole('link'), 200),
    goTo: (part) => go(page.getByRole('navigation', { name: 'Service' }).getByRole('link', named(part)), 200),
    answer: (answers) => fillIn(hands, main, answers),
    answerIn: (part, answers) => fillIn(hands, main.getByRole('group', { name: part, exact: true }), answers),
    press: (text) => go(button(text), 200),
    pressRefused: (text) => go(button(text), 422),
    leave: async () => {
      await context.close()
      await aside?.close()
    },
  }
}
