import { comeBack } from './come-back.ts'
import { ago } from './dates.ts'
import { find, namesOf, openFromMyWork, record, takeIn } from './family.ts'
import type { Family } from './family.ts'
import type { Person } from './person.ts'
import { staffOf } from './staff.ts'
import type { Setting } from './staff.ts'

const family: Family = {
  called: 'Pereira',
  children: ['Luis Pereira', 'Ana Pereira'],
  parents: ['Rosa Pereira'],
}

/** Step one: a practitioner of a school sees a need, and a manager says who works with the family. */
const notice = async (worker: Person & { name: string }, manager: Person): Promise<void> => {
  await takeIn(worker, family, {
    'How did the family come to us?': 'The practitioner sees a need',
    'When did it arrive?': ago(90, '9:05'),
    'What is the family asking for, and what worries people?': 'Luis is often hungry in the morning.',
    'Has the family agreed to the referral?': 'Yes',
  })
  await find(manager, family)
  await manager.follow('Give to a worker')
  await manager.answer({
    'Who will work with the family?': worker.name,
    'When was it allocated?': ago(89, '10:00'),
  })
  await manager.press('Give to this worker')
  await openFromMyWork(worker, family)
  await record(worker, 'Decision about the referral', {
    'When was it decided?': ago(88, '11:00'),
    'What was decided': 'No, an Early Help Assessment is needed',
  })
}

const recordPlan = async (worker: Person): Promise<void> => {
  await worker.follow(/^Record something/)
  await worker.follow('Support plan agreed')
  await worker.answer({ 'When did it happen?': ago(69, '10:00'), 'When the plan is reviewed': ago(24) })
  await worker.answerIn('Action 1', {
    What: 'A place at the breakfast club',
    Who: 'The school',
    'By when': ago(60),
  })
  await worker.answerIn('Action 2', {
    What: 'A bedtime that holds',
    Who: 'Rosa Pereira',
    'By when': ago(50),
  })
  await worker.press('Record this')
}

/** Steps two to four: consent, the assessment, a plan with who does what, and a date for its review. */
const assessAndPlan = async (worker: Person): Promise<void> => {
  await record(worker, 'Consent given', { 'When did it happen?': ago(86, '10:00'), 'Who gave it': 'Parent' })
  await record(worker, 'Early Help Assessment started', {
    'When did it happen?': ago(85, '10:00'),
    'With whom': 'The health visitor',
  })
  await record(worker, 'Early Help Assessment completed', {
    'When did it happen?': ago(70, '10:00'),
    'What the worries are': 'Luis comes to school hungry and tired.',
    'What the strengths are': 'Rosa asks for help, and the children are close.',
  })
  await recordPlan(worker)
  await record(worker, 'Early Help Assessment shared', {
    'When did it happen?': ago(68, '10:00'),
    'With whom': 'Family',
  })
  await record(worker, 'Support plan shared', {
    'When did it happen?': ago(68, '11:00'),
    'With whom': 'Rosa, and the health visitor',
  })
}

/** Step five: the plan is reviewed twice, and ends. */
const review = async (worker: Person): Promise<void> => {
  await record(worker, 'Review', {
    'When did it happen?': ago(24, '10:00'),
    'How the children are doing': 'Better',
    'What was decided': 'The plan goes on, amended',
  })
  await record(worker, 'Review', {
    'When did it happen?': ago(9, '10:00'),
    'How the children are doing': 'Better',
    'What was decided': 'It ends, the needs are fully met',
  })
}

/** Step six: it cannot be closed before everybody agrees; the page says what is missing, and leads there. */
const end = async (worker: Person): Promise<void> => {
  await worker.follow(/^Record something/)
  await worker.follow('Close the case')
  await worker.answer({
    'When did it happen?': ago(2, '16:00'),
    'Why the case closes': 'The plan has been achieved',
    Notes: 'Everybody is glad of how far they have come.',
  })
  await worker.pressRefused('Record this')
  await worker.follow('Closing agreed')
  await worker.answer({ 'When did it happen?': ago(8, '10:00'), Reason: 'The needs are fully met.' })
  await worker.press('Record this')
  await record(worker, 'Family told', {
    'When did it happen?': ago(7, '10:00'),
    'What about': 'Support later',
  })
  await record(worker, 'Professionals told', {
    'When did it happen?': ago(7, '11:00'),
    'With whom': 'The health visitor',
  })
  await record(worker, 'Closing summary submitted', { 'When did it happen?': ago(6, '11:00') })
  await worker.follow(/^Record something/)
  await worker.follow('Close the case')
  if (!(await worker.says('Everybody is glad of how far they have come.')))
    throw new Error('What was typed is gone.')
  await worker.press('Record this')
  await comeBack(worker, 'Nothing is due now.')
}

export const partnerPathway = async (setting: Setting): Promise<void> => {
  const staff = staffOf({
    ...setting,
    authority: 'Norrow Vale Partnership',
    journey: 'partner-pathway',
    way: { width: 1280, script: false, by: 'pointing' },
    names: namesOf(family),
  })
  const worker = await staff.as('Practitioner, Schools and settings')
  const manager = await staff.as('Line manager, Schools and settings')
  await notice(worker, manager)
  await assessAndPlan(worker)
  await review(worker)
  await end(worker)
  await staff.leave()
}
