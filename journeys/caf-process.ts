import { comeBack } from './come-back.ts'
import { ago } from './dates.ts'
import { find, namesOf, openFromMyWork, record, takeIn } from './family.ts'
import type { Family } from './family.ts'
import type { Person } from './person.ts'
import { staffOf } from './staff.ts'
import type { Setting } from './staff.ts'

const family: Family = { called: 'Novak', children: ['Jana Novak'], parents: ['Petr Novak'] }
const seen = { 'Jana Novak': 'Seen, and seen alone' }

/** The manager takes the referral in, and says what the worker does first. */
const allocate = async (manager: Person, worker: string): Promise<void> => {
  await takeIn(manager, family, {
    'How did the family come to us?': 'Referral to early help',
    'When did it arrive?': ago(80, '9:05'),
    'Has the family agreed to the referral?': 'Yes',
  })
  await manager.follow('Give to a worker')
  await manager.answer({
    'Who will work with the family?': worker,
    Points: '3',
    'Is an assessment needed?': 'Yes',
    'First actions': 'Ring the family, and see Jana.',
    'When was it allocated?': ago(79, '10:00'),
  })
  await manager.press('Give to this worker')
}

/** Contact, the first visit with its forms, and the assessment. */
const meetAndAssess = async (worker: Person): Promise<void> => {
  await openFromMyWork(worker, family)
  await record(worker, 'Contact with the family', {
    'When were you in contact?': ago(78, '9:00'),
    How: 'Telephone',
  })
  await record(worker, 'Visit', { 'When was the visit?': ago(75, '10:00'), ...seen })
  await record(worker, 'Consent given', { 'When did it happen?': ago(75, '11:00'), 'Who gave it': 'Parent' })
  await record(worker, 'Form came back', { 'When did it happen?': ago(74, '11:00'), 'Which form': 'Consent' })
  await record(worker, 'Form came back', { 'When did it happen?': ago(74, '11:05'), 'Which form': 'Medical' })
  await record(worker, 'CAF started', { 'When did it happen?': ago(75, '11:30') })
  await record(worker, 'CAF completed', {
    'When did it happen?': ago(58, '16:00'),
    'What happened': 'Sleep and swimming: what works, and what does not yet.',
  })
}

/** Meetings around the family, with their minutes. */
const meet = async (worker: Person): Promise<void> => {
  await record(worker, 'Date agreed for the TAF meeting', {
    'When did it happen?': ago(56, '9:00'),
    'Date of the meeting': ago(50),
  })
  await record(worker, 'TAF meeting', {
    'When did it happen?': ago(50, '14:00'),
    'Which number it is': '1',
    'Was the plan agreed?': 'Yes',
    'Was it the last one?': 'No',
  })
  await record(worker, 'CAF Support Plan agreed', {
    'When did it happen?': ago(50, '15:00'),
    'What happened': 'A place at the swimming club, and bedtimes written down.',
  })
  await record(worker, 'Minutes of the TAF meeting shared', {
    'When did it happen?': ago(45, '15:00'),
    'Which number it is': '1',
    'With whom': 'Everybody who was there',
  })
  await record(worker, 'Note', {
    'When did it happen?': ago(44, '9:00'),
    'What kind': 'Chronology',
    'What happened': 'Jana has joined the swimming club.',
  })
  await record(worker, 'TAF meeting', {
    'When did it happen?': ago(9, '14:00'),
    'Which number it is': '2',
    'Was it the last one?': 'Yes',
  })
  await record(worker, 'Minutes of the TAF meeting shared', {
    'When did it happen?': ago(6, '15:00'),
    'Which number it is': '2',
    'With whom': 'Everybody who was there',
  })
}

export const cafProcess = async (setting: Setting): Promise<void> => {
  const staff = staffOf({
    ...setting,
    authority: 'Elver Stoke Borough Council',
    journey: 'caf-process',
    way: { width: 1280, script: true, by: 'keyboard' },
    names: namesOf(family),
  })
  const manager = await staff.as('Line manager, Canal Side team')
  const worker = await staff.as('Worker, Canal Side team')
  await allocate(manager, worker.name)
  await meetAndAssess(worker)
  await find(manager, family)
  await record(manager, 'CAF authorised', { 'When did it happen?': ago(57, '10:00') })
  await meet(worker)
  await find(manager, family)
  await record(manager, 'Supervision held', { 'When did it happen?': ago(4, '10:00') })
  await record(manager, 'Close the case', {
    'When did it happen?': ago(3, '16:00'),
    'Why the case closes': 'The plan has been achieved',
  })
  await comeBack(manager, 'Nothing is due now.')
  await staff.leave()
}
