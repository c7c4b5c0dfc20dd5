import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { knownFamily } from '#web/testing/known-family.ts'
import type { KnownFamily } from '#web/testing/known-family.ts'
import { openBrowser } from './browser.ts'

const patience = { timeout: 60_000 }

/** The page of a telephone call, filled in by the family's worker. */
const filledIn = async (browser: Browser, address: string, { id }: KnownFamily): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${address}/sign-in`)
  await page.getByRole('button', { name: 'practitioner of East' }).first().click()
  await page.goto(`${address}/cases/${id}/record/contact.made`)
  await page.getByLabel('Telephone').check()
  await page.getByLabel('What happened').fill('We talked about school.')
  return page
}

const send = async (page: Page): Promise<void> => {
  const arrived = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Record this' }).click()
  await arrived
}

describe('whoever goes back to a page that they have sent', () => {
  let family: KnownFamily
  let browser: Browser
  let address = ''
  const recorded = async (): Promise<number> =>
    (await family.place.store.look(family.place.id, (all) => all.caseById(family.id)))?.events.length ?? 0

  before(async () => {
    family = await knownFamily()
    address = await family.server.listen({ host: '127.0.0.1', port: 0 })
    browser = await openBrowser()
  }, patience)
  after(async () => {
    await browser.close()
    await family.server.close()
  }, patience)

  it('records nothing twice where nothing was changed', patience, async () => {
    const were = await recorded()
    const page = await filledIn(browser, address, family)
    await send(page)
    assert.equal(await recorded(), were + 1)
    await page.goBack()
    assert.equal(await page.getByLabel('What happened').inputValue(), 'We talked about school.')
    await send(page)
    assert.match(page.url(), /\/cases\/[\w-]+$/)
    assert.equal(await recorded(), were + 1)
  })

  it('is told what is on record where something was changed', patience, async () => {
    const were = await recorded()
    const page = await filledIn(browser, address, family)
    await send(page)
    await page.goBack()
    await page.getByLabel('What happened').fill('We talked about school and sleep.')
    await send(page)
    await page.getByRole('heading', { name: 'You have sent this page before' }).waitFor()
    assert.equal(await recorded(), were + 1)
    await page.getByRole('button', { name: 'Open the draft' }).click()
    assert.equal(await page.getByLabel('What happened').inputValue(), 'We talked about school and sleep.')
    await send(page)
    assert.equal(await recorded(), were + 2)
  })

  it('and reloads it, has a new page', patience, async () => {
    const were = await recorded()
    const page = await filledIn(browser, address, family)
    await send(page)
    await page.goBack()
    // What the page does to itself when it is shown again would break off a reload that comes in the same moment.
    await page.waitForLoadState('networkidle')
    await page.reload()
    await page.getByLabel('Telephone').check()
    await page.getByLabel('What happened').fill('A second call.')
    await send(page)
    assert.equal(await recorded(), were + 2)
  })
})
