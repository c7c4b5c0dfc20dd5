import type { Person } from './person.ts'
import { staffOf } from './staff.ts'
import type { Setting } from './staff.ts'

/** The first family on a page: nobody knows here how the demonstration has called it. */
const someFamily = /^[A-Z][a-z]+$/

const openAndGoBack = async (person: Person, links: readonly (string | RegExp)[]): Promise<void> => {
  for (const link of links) {
    await person.follow(link)
    await person.goBack()
  }
}

/** A form that is sent as it was opened, to be told what is wrong with it. */
const sendEmpty = async (person: Person, link: string | RegExp, button: string): Promise<void> => {
  await person.follow(link)
  await person.pressRefused(button)
  await person.goBack()
}

const administer = async (administrator: Person): Promise<void> => {
  await administrator.goTo('Administration')
  await sendEmpty(administrator, 'Invite somebody', 'Invite them')
  await administrator.follow('Closure days')
  await administrator.pressRefused('Add the day')
  for (const part of ['Teams', 'Service details', 'Duty rota', 'What was done'])
    await administrator.follow(part)
}

const manage = async (manager: Person): Promise<void> => {
  await manager.goTo('Referrals')
  await sendEmpty(manager, 'Take in a referral', 'Take in this referral')
  await manager.goTo('Families')
  await sendEmpty(manager, 'Open a restricted family by its reference', 'Open for 24 hours')
  for (const part of ['Team', 'Messages']) await manager.goTo(part)
  await manager.follow('Waiting')
}

/** All pages of one family beside those on which somebody records. */
const lookAtFamily = async (worker: Person): Promise<void> => {
  await worker.goTo('Families')
  await worker.follow(someFamily)
  await worker.follow('Timeline')
  await sendEmpty(worker, /^Correct.*Contact with/, 'Record the correction')
  await sendEmpty(worker, /^Take back.*Contact with/, 'Take it back')
  await worker.follow('People')
  await sendEmpty(worker, 'Add somebody', 'Add this person')
  await openAndGoBack(worker, [
    /^Change what/,
    'Change the family’s name',
    'What was changed',
    'Say who is who',
  ])
  await worker.follow('Documents')
  await sendEmpty(worker, 'Prep for Closure', 'Hand in')
  await openAndGoBack(worker, ['Home visit', 'Invitation to a Team Around the Family meeting'])
}

/** Whatever else there is to come to, on a telephone; the forms are sent empty. */
export const lookRound = async (setting: Setting): Promise<void> => {
  const staff = staffOf({
    ...setting,
    authority: 'Brindle Haven Council',
    journey: 'look-round',
    way: { width: 390, script: true, by: 'pointing' },
    names: [],
  })
  await administer(await staff.as('Administrator'))
  await manage(await staff.as('Early Help manager, Harbour team'))
  await lookAtFamily(await staff.as('Practitioner, Harbour team'))
  await staff.leave()
}
