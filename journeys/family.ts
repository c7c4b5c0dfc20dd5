import type { Answers } from './fill-in.ts'
import type { Person } from './person.ts'

/** A family that is typed in by hand: the children first, as the page asks for them. */
export type Family = {
  readonly called: string
  readonly children: readonly string[]
  readonly parents: readonly string[]
}

export const namesOf = ({ called, children, parents }: Family): readonly string[] => [
  called,
  ...children,
  ...parents,
]

/** Takes in a referral, as somebody who has the letter before them. */
export const takeIn = async (person: Person, family: Family, answers: Answers): Promise<void> => {
  await person.goTo('Referrals')
  await person.follow('Take in a referral')
  await person.answer({ 'What do you call the family?': family.called })
  const all = [...family.children, ...family.parents]
  for (const [i, name] of all.entries()) {
    const isChild = i < family.children.length
    await person.answerIn(`Person ${i + 1}`, {
      Name: name,
      'Who they are': isChild ? 'Child' : 'Parent',
      ...(isChild ? { 'Date of birth': { day: '3', month: '5', year: `${2013 + i * 3}`, time: null } } : {}),
    })
  }
  await person.answer(answers)
  await person.press('Take in this referral')
}

/** From the home page to the family's record. */
export const openFromMyWork = async (person: Person, { called }: Family): Promise<void> => {
  await person.goTo('My work')
  await person.follow(called)
}

/** From the list of one's own families, where nothing is due for this one. */
export const openOwn = async (person: Person, { called }: Family): Promise<void> => {
  await person.goTo('Families')
  await person.follow(called)
}

/** From anywhere to the family's record, by its name. */
export const find = async (person: Person, { called }: Family): Promise<void> => {
  await person.goTo('Families')
  await person.answer({ 'Find a family': called })
  await person.press('Search')
  await person.follow(called)
}

/** Records something, from the family's record and back to it: by a button there, or by the list of everything. */
export const record = async (person: Person, what: string, answers: Answers): Promise<void> => {
  const isAtHand = await person.offers(what, 'Record')
  if (!isAtHand) await person.follow(/^Record something/)
  await person.follow(what, isAtHand ? 'Record' : undefined)
  await person.answer(answers)
  await person.press('Record this')
}
