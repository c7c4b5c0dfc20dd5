import { comeBack } from './come-back.ts'
import { ago } from './dates.ts'
import { find, namesOf, openFromMyWork, record, takeIn } from './family.ts'
import type { Family } from './family.ts'
import type { Person } from './person.ts'
import { staffOf } from './staff.ts'
import type { Setting } from './staff.ts'

const family: Family = {
  called: 'Hughes',
  children: ['Megan Hughes', 'Rhys Hughes'],
  parents: ['Carys Hughes'],
}
const allSeen = Object.fromEntries(family.children.map((name) => [name, 'Seen, and seen alone']))

/** A request arrives, is accepted, and a worker is found. */
const takeOn = async (senior: Person, worker: string): Promise<void> => {
  await takeIn(senior, family, {
    'How did the family come to us?': 'From the Early Help First Contact team',
    'When did it arrive?': ago(100, '9:05'),
    'What is the family asking for, and what worries people?': 'Megan stays in her room, and Rhys shouts.',
    'Has the family agreed to the referral?': 'Yes',
  })
  await record(senior, 'Decision about the referral', {
    'When was it decided?': ago(99, '11:00'),
    'What was decided': 'Accepted',
  })
  await senior.follow('Give to a worker')
  await senior.answer({
    'Who will work with the family?': worker,
    'When was it allocated?': ago(97, '10:00'),
  })
  await senior.press('Give to this worker')
}

/** Meeting the family and each child, and the assessment. */
const assess = async (worker: Person): Promise<void> => {
  await openFromMyWork(worker, family)
  await record(worker, 'Contact with the family', {
    'When were you in contact?': ago(96, '9:00'),
    How: 'Telephone',
  })
  await record(worker, 'Visit', { 'When was the visit?': ago(93, '10:00'), ...allSeen })
  await record(worker, 'Early Help Assessment (EHA) started', { 'When did it happen?': ago(92, '9:00') })
  await record(worker, 'Early Help Assessment (EHA) completed', {
    'When did it happen?': ago(70, '9:00'),
    'What happened': 'What is worrying, what is working, and what needs to happen.',
  })
  await record(worker, 'Early Help Assessment (EHA) shared', {
    'When did it happen?': ago(69, '9:00'),
    'With whom': 'Family',
    'What the family thinks': 'Carys: “That is us.”',
  })
}

/** The network meets, agrees a plan, and meets again until the work is done. */
const meet = async (worker: Person): Promise<void> => {
  await openFromMyWork(worker, family)
  await record(worker, 'Team Around the Family (TAF) meeting', {
    'When did it happen?': ago(60, '14:00'),
    'Which number it is': '1',
    'Was the plan agreed?': 'Yes',
    'Was it the last one?': 'No',
  })
  await record(worker, 'Visit', { 'When was the visit?': ago(40, '10:00'), ...allSeen })
  await record(worker, 'Team Around the Family (TAF) meeting', {
    'When did it happen?': ago(20, '14:00'),
    'Which number it is': '2',
    'Was it the last one?': 'Yes',
    'What came of it': 'Everybody is calmer. They turn to the school first.',
  })
  await record(worker, 'Feedback asked for', {
    'When did it happen?': ago(19, '9:00'),
    'Who was asked': 'Carys',
  })
  await record(worker, 'Closing completed for a person', { 'When did it happen?': ago(18, '9:00') })
  await record(worker, 'Closing summary written', {
    'When did it happen?': ago(18, '10:00'),
    Notes: 'Everybody is calmer. They turn to the school first.',
  })
}

export const familyWork = async (setting: Setting): Promise<void> => {
  const staff = staffOf({
    ...setting,
    authority: 'Calder Moss Council',
    journey: 'family-work',
    way: { width: 390, script: true, by: 'pointing' },
    names: namesOf(family),
  })
  const senior = await staff.as('Senior practitioner, East locality')
  const worker = await staff.as('Early help family worker, East locality')
  await takeOn(senior, worker.name)
  await assess(worker)
  await find(senior, family)
  await record(senior, 'Early Help Assessment (EHA) authorised', { 'When did it happen?': ago(68, '10:00') })
  await meet(worker)
  await record(worker, 'Close the case', {
    'When did it happen?': ago(15, '16:00'),
    'Why the case closes': 'All parts of the plan are achieved',
  })
  await comeBack(worker, 'Nothing is due now.')
  await staff.leave()
}
