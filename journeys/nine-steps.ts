import { comeBack, giveAgain } from './come-back.ts'
import { ago } from './dates.ts'
import { find, namesOf, openFromMyWork, record, takeIn } from './family.ts'
import type { Family } from './family.ts'
import type { Person } from './person.ts'
import { staffOf } from './staff.ts'
import type { Setting } from './staff.ts'

const family: Family = {
  called: 'Lindqvist',
  children: ['Tove Lindqvist', 'Nils Lindqvist'],
  parents: ['Astrid Lindqvist'],
}
const everybody = namesOf(family).slice(1)

const isSeen = 'Seen, and seen alone'
const allSeen = Object.fromEntries(family.children.map((name) => [name, isSeen]))

/** Stage one: a manager decides, and a practitioner is given the family. */
const referAndAllocate = async (manager: Person, worker: string): Promise<void> => {
  await takeIn(manager, family, {
    'How did the family come to us?': 'From the Integrated Referral Hub (MARF, CAF or EH Assessment)',
    'When did it arrive?': ago(70, '9:05'),
    'Who referred them': 'The school nurse',
    'What is the family asking for, and what worries people?':
      'Nils has missed many days of school since the autumn.',
    'Has the family agreed to the referral?': 'Yes',
  })
  await record(manager, 'Decision about the referral', {
    'When was it decided?': ago(70, '11:00'),
    'What was decided': 'Not clear: to the daily Early Help meeting',
  })
  await record(manager, 'Decision at the meeting', {
    'When did it happen?': ago(69, '9:30'),
    'What the meeting decided': 'Accepted for Early Help',
    Tier: '3',
  })
  await manager.follow('Give to a worker')
  await manager.pressRefused('Give to this worker')
  await manager.answer({
    'Who will work with the family?': worker,
    'Direction for the worker': 'See both children alone, and find out what keeps Nils from school.',
    'When was it allocated?': ago(67, '10:00'),
  })
  await manager.press('Give to this worker')
}

/** Stage two: contact, visits, meetings and the assessment. */
const workWithTheFamily = async (worker: Person): Promise<void> => {
  await openFromMyWork(worker, family)
  await record(worker, 'History read', {
    'When did it happen?': ago(66, '9:00'),
    'What was read': 'The school’s referral of last spring',
  })
  await record(worker, 'Contact with the family', {
    'When were you in contact?': ago(66, '15:00'),
    How: 'Telephone',
    'With whom you spoke': 'Astrid Lindqvist',
    'What happened': 'She is glad of the call and would like help with the mornings.',
  })
  await record(worker, 'Consent given', { 'When did it happen?': ago(60, '10:00'), 'Who gave it': 'Parent' })
  await record(worker, 'Visit', {
    'When was the visit?': ago(60, '10:30'),
    ...allSeen,
    'What it was for': 'To get to know the family',
    'What happened': 'The home is warm and tidy.',
    'What the children said and showed': 'Nils: “I feel sick on Sunday evenings.”',
    'What you make of it': 'He is worried about something at school.',
  })
  await record(worker, 'Date agreed for the Team Around the Family meeting', {
    'When did it happen?': ago(58, '12:00'),
    'Date of the meeting': ago(46),
  })
  await record(worker, 'Visit', { 'When was the visit?': ago(50, '16:00'), ...allSeen })
  await record(worker, 'Invitations to the Team Around the Family meeting', {
    'When did it happen?': ago(57, '9:30'),
    'Who was invited': 'Astrid Lindqvist\nThe school nurse\nThe form teacher',
    'Date of the meeting': ago(46),
  })
  await record(worker, 'Team Around the Family meeting', {
    'When did it happen?': ago(46, '14:00'),
    'Which number it is': '1',
    'Who was there': 'Astrid Lindqvist\nThe school nurse\nThe form teacher',
    'Was the plan agreed?': 'Yes',
    'Was it the last one?': 'No',
  })
  await record(worker, 'Plan agreed', {
    'When did it happen?': ago(46, '15:00'),
    'What happened': 'Breakfast club from Monday; the school nurse rings once a week.',
  })
  await record(worker, 'Date agreed for the Team Around the Family meeting', {
    'When did it happen?': ago(46, '15:30'),
    'Date of the meeting': ago(20),
  })
  await record(worker, 'Visit', { 'When was the visit?': ago(36, '16:00'), ...allSeen })
  await record(worker, 'Assessment started', { 'When did it happen?': ago(40, '9:00') })
  await record(worker, 'Assessment completed', {
    'When did it happen?': ago(30, '17:00'),
    'What happened': 'Mornings are the worry; the children are close to each other.',
  })
  await record(worker, 'Assessment shared', {
    'When did it happen?': ago(28, '17:00'),
    'With whom': 'Family',
  })
  await record(worker, 'Visit', { 'When was the visit?': ago(24, '16:00'), ...allSeen })
}

/** Supervision runs beside every step. */
const supervise = async (manager: Person): Promise<void> => {
  await find(manager, family)
  await record(manager, 'Supervision held', { 'When did it happen?': ago(42, '10:00') })
  await record(manager, 'Supervision written up', {
    'When did it happen?': ago(41, '10:00'),
    Notes: 'Agreed to see the children at school once.',
  })
  await record(manager, 'Assessment authorised', { 'When did it happen?': ago(29, '10:00') })
}

/** With the procedure's own form: handing it in records it. */
const proposeClosing = async (worker: Person): Promise<void> => {
  await worker.follow(/^Record something/)
  await worker.follow('Closing proposed')
  await worker.follow('Fill in: Prep for Closure')
  await worker.answer({
    'Why is the case to close?': 'The plan is achieved',
    'What is better for the children than at the start?': 'Nils goes to school every day.',
    'What is not, and who goes on with it?': 'Sunday evenings are hard. The school nurse goes on.',
    'What do the children and the parents say to closing?': 'Nils: “I can tell Miss now.”',
    'When did the manager agree?': ago(21),
    'Where?': 'In supervision',
    'Manager (signature)': 'The manager',
    'When did it happen?': ago(21, '9:00'),
  })
  await worker.press('Hand in')
  await worker.goBack()
  await worker.follow('Overview')
}

/** Stage three: the case is not closed before everything that the procedure asks for is there. */
const close = async (worker: Person, manager: Person): Promise<void> => {
  await openFromMyWork(worker, family)
  await proposeClosing(worker)
  await record(worker, 'Team Around the Family meeting', {
    'When did it happen?': ago(20, '14:00'),
    'Which number it is': '2',
    'Was it the last one?': 'Yes',
  })
  await find(manager, family)
  await record(manager, 'Closing agreed', {
    'When did it happen?': ago(16, '9:00'),
    Reason: 'The mornings go well, and the school knows whom to ask.',
  })
  await openFromMyWork(worker, family)
  await record(worker, 'Closing completed for a person', {
    'When did it happen?': ago(12, '10:00'),
    'Whom is it about?': everybody,
  })
  await find(manager, family)
  await record(manager, 'Closing signed off', { 'When did it happen?': ago(11, '10:00') })
  await record(manager, 'Close the case', {
    'When did it happen?': ago(11, '11:00'),
    'Why the case closes': 'The plan has been achieved',
  })
}

/** What else there is to see, of the family and of the service. */
const lookAround = async (manager: Person): Promise<void> => {
  for (const part of ['Timeline', 'People', 'Procedure', 'History']) await manager.follow(part)
  for (const part of ['Team', 'Messages', 'Procedure']) await manager.goTo(part)
}

export const nineSteps = async (setting: Setting): Promise<void> => {
  const staff = staffOf({
    ...setting,
    authority: 'Brindle Haven Council',
    journey: 'nine-steps',
    way: { width: 1280, script: true, by: 'pointing' },
    names: namesOf(family),
  })
  const manager = await staff.as('Early Help manager, Harbour team')
  const worker = await staff.as('Practitioner, Harbour team')
  await referAndAllocate(manager, worker.name)
  await workWithTheFamily(worker)
  await supervise(manager)
  await close(worker, manager)
  await comeBack(manager, 'Family allocated again')
  await giveAgain(manager, worker.name)
  await lookAround(manager)
  await staff.leave()
}
