import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { cafProcess } from './caf-process.ts'
import { familyWork } from './family-work.ts'
import { lookRound } from './look-round.ts'
import { nineSteps } from './nine-steps.ts'
import { partnerPathway } from './partner-pathway.ts'
import type { Service } from './service.ts'
import { startService } from './service.ts'
import type { Setting } from './staff.ts'
import { stepDown } from './step-down.ts'

const patience = { timeout: 240_000 }

describe('a referral entered by hand is taken to closure', () => {
  let service: Service | undefined
  let browser: Browser | undefined
  const setting = (): Setting => {
    if (service === undefined || browser === undefined) throw new Error('There is no service or no browser.')
    return { address: service.address, browser }
  }
  before(async () => {
    service = await startService()
    browser = await openBrowser()
  }, patience)
  after(async () => {
    await browser?.close()
    await service?.stop()
  }, patience)

  it('under the nine steps, at a desk', patience, () => nineSteps(setting()))
  it('when a family steps down from social care, on a telephone', patience, () => stepDown(setting()))
  it('on the pathway for every agency, without script', patience, () => partnerPathway(setting()))
  it('under the process with an assessment, with the keyboard alone', patience, () => cafProcess(setting()))
  it('with a family work team, on a telephone', patience, () => familyWork(setting()))
  it('beside pages to which no such journey comes', patience, () => lookRound(setting()))
})
