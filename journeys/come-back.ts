import { ago } from './dates.ts'
import { record } from './family.ts'
import type { Person } from './person.ts'

const mustSay = async (person: Person, words: string): Promise<void> => {
  if (!(await person.says(words)))
    throw new Error(`The page does not say "${words}":\n${await person.main.innerText()}`)
}

/** A family whose case has just been closed comes back; what the page says is due then, on its own record. */
export const comeBack = async (person: Person, due: string): Promise<void> => {
  await mustSay(person, 'This case is closed.')
  await record(person, 'Reopen the case', {
    'When did it happen?': ago(1, '9:00'),
    Reason: 'It has become hard again, and the family asks for help.',
  })
  if (await person.says('This case is closed.')) throw new Error('The case is still closed.')
  await mustSay(person, due)
}

const dayAfter = async (person: Person, words: RegExp): Promise<string> => {
  const text = await person.main.innerText()
  const found = new RegExp(`${words.source} \\w+ (\\d+ \\w+ \\d{4})`).exec(text)?.[1]
  if (found === undefined) throw new Error(`No day follows ${words.source} on this page:\n${text}`)
  return found
}

/** The family is given to somebody once more, who is told by letter until when: until the day that the clause says. */
export const giveAgain = async (manager: Person, worker: string): Promise<void> => {
  await manager.follow('Give to a worker', 'Record')
  await manager.answer({
    'Who will work with the family?': worker,
    'Direction for the worker': 'Ask what has changed since the autumn.',
    'When was it allocated?': ago(1, '10:00'),
  })
  await manager.press('Give to this worker')
  await manager.follow('NS-4.1')
  const due = await dayAfter(manager, /(?<!was )due/)
  await manager.follow('Documents')
  await manager.follow('A family has been allocated to you')
  await manager.press('Look at the letter')
  const said = await dayAfter(manager, /is due by/)
  if (said !== due) throw new Error(`The letter says ${said}, and the clause ${due}.`)
  await manager.answer({ 'Has the message been sent?': 'Not yet: keep it with the family’s documents' })
  await manager.press('Keep this letter')
  await mustSay(manager, 'The letter is kept with the family’s documents.')
  await manager.goBack()
}
