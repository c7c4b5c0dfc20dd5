import { comeBack } from './come-back.ts'
import { ago, tuesdayAgo } from './dates.ts'
import { find, namesOf, openFromMyWork, openOwn, record, takeIn } from './family.ts'
import type { Family } from './family.ts'
import type { Person } from './person.ts'
import { staffOf } from './staff.ts'
import type { Setting } from './staff.ts'

const family: Family = { called: 'Okonjo', children: ['Ife Okonjo'], parents: ['Bola Okonjo', 'Sam Okonjo'] }

/** Steps one to three: social care proposes, the managers talk on a duty morning, and it is agreed. */
const agree = async (duty: Person): Promise<void> => {
  await takeIn(duty, family, {
    'Is there a clear plan from a completed assessment?': 'Yes',
    'Whom would the family like as lead?': 'The family support worker at the children’s centre',
    'When is the child in need meeting booked?': ago(30),
    'When did it arrive?': ago(60, '9:05'),
    'Who referred them': 'The social worker',
    'What is the family asking for, and what worries people?':
      'Ife is safe at home again. Her parents want help with routines.',
    'Has the family agreed to the referral?': 'Yes',
  })
  await record(duty, 'Step-down discussion', {
    'When did it happen?': tuesdayAgo(50, '10:00'),
    'With whom': 'Social care team manager or assistant team manager (SC TM/ATM)',
  })
  await record(duty, 'Decision about the referral', {
    'When was it decided?': tuesdayAgo(50, '11:00'),
    'What was decided': 'Step down agreed',
  })
}

/** Step four: a note of what was agreed, the tray, a worker, and everybody told. */
const handOver = async (manager: Person, worker: string): Promise<void> => {
  await find(manager, family)
  await record(manager, 'Note', {
    'When did it happen?': tuesdayAgo(50, '12:00'),
    'What happened': 'Agreed: routines at home, and a place at nursery.',
  })
  await record(manager, 'Referral', { 'When did it happen?': ago(48, '9:00'), Tray: 'Early Years' })
  await manager.follow('Give to a worker')
  await manager.answer({
    'Who will work with the family?': worker,
    'When was it allocated?': ago(47, '10:00'),
  })
  await manager.press('Give to this worker')
  await record(manager, 'Family told', {
    'When did it happen?': ago(46, '9:00'),
    'What about': 'Who will come from now on',
  })
  await record(manager, 'Professionals told', {
    'When did it happen?': ago(46, '9:30'),
    'With whom': 'The nursery',
  })
}

/** Step five: the review becomes the first meeting, and the work is done. */
const carryOn = async (worker: Person): Promise<void> => {
  await openFromMyWork(worker, family)
  await record(worker, 'Visit', {
    'When was the visit?': ago(40, '15:00'),
    'Ife Okonjo': 'Seen, with others there',
    'Did somebody from another service come along?': 'Yes',
  })
  await record(worker, 'Invitations to the TAF meeting', {
    'When did it happen?': ago(38, '9:00'),
    'Who was invited': 'The family and the nursery',
  })
  await record(worker, 'TAF meeting', {
    'When did it happen?': ago(30, '13:00'),
    'Which number it is': '1',
    'Was the plan agreed?': 'Yes',
    'Was it the last one?': 'No',
  })
  await record(worker, 'Date agreed for the TAF meeting', {
    'When did it happen?': ago(30, '14:00'),
    'Date of the meeting': ago(9),
  })
  await record(worker, 'Minutes of the TAF meeting shared', {
    'When did it happen?': ago(28, '10:00'),
    'With whom': 'Everybody who was there',
  })
  await record(worker, 'TAF meeting', {
    'When did it happen?': ago(9, '13:00'),
    'Which number it is': '2',
    'Was it the last one?': 'Yes',
  })
  await record(worker, 'Closing proposed', {
    'When did it happen?': ago(8, '10:00'),
    Reason: 'The routines hold.',
  })
}

const close = async (manager: Person, worker: Person): Promise<void> => {
  await find(manager, family)
  await record(manager, 'Supervision held', {
    'When did it happen?': ago(5, '10:00'),
    'Was it agreed that the case can close?': 'Yes',
  })
  await openOwn(worker, family)
  await record(worker, 'Close the case', {
    'When did it happen?': ago(3, '16:00'),
    'Why the case closes': 'The work that was agreed is done',
  })
  await comeBack(worker, 'Nothing is due now.')
}

export const stepDown = async (setting: Setting): Promise<void> => {
  const staff = staffOf({
    ...setting,
    authority: 'Tamberley County Council',
    journey: 'step-down',
    way: { width: 390, script: true, by: 'pointing' },
    names: namesOf(family),
  })
  const duty = await staff.as('Duty Early Help team manager (duty EH TM)')
  await agree(duty)
  const manager = await staff.as('Early Help team manager (EH TM), North family team')
  const worker = await staff.as(
    'Family First practitioner or family support worker (FFP/FSW), North family team',
  )
  await handOver(manager, worker.name)
  await carryOn(worker)
  await close(manager, worker)
  await staff.leave()
}
