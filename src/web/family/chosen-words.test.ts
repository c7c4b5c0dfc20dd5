import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallService } from '../testing/small-service.ts'
import { procedureOn } from '#casework/deps.ts'
import { parseDay } from '#calendar/day.ts'
import { chosenWords } from './chosen-words.ts'

const day = parseDay('2026-03-02')

const procedureOf = async (pack: string) => {
  const { place } = await smallService(pack)
  assert.ok(day !== undefined)
  return procedureOn(place.deps.shelf, pack, day)
}

test('what was chosen reads as it was offered', async () => {
  const nine = await procedureOf('nine-steps')
  assert.equal(chosenWords('case.reviewed', 'by', 'service-manager', nine), 'Service manager')
  assert.equal(chosenWords('clock.moved', 'rule', 'next-taf', nine), 'Next Team Around the Family meeting')
  assert.equal(chosenWords('clock.paused', 'rule', 'all', nine), 'All of them')
  assert.equal(chosenWords('letter.sent', 'letter', 'first-contact', nine), 'First contact')
  assert.equal(chosenWords('closure.proposed', 'reason', 'plan-achieved', nine), 'The plan has been achieved')
  assert.equal(chosenWords('consent.given', 'by', 'young-person', nine), 'Young person')
  const caf = await procedureOf('caf-process')
  assert.equal(chosenWords('referral.received', 'route', 'cin-outcome', caf), 'CIN outcome meeting')
  const work = await procedureOf('family-work')
  assert.equal(
    chosenWords('note.recorded', 'kind', 'initial-48-hour-contact', work),
    'Initial 48 hour contact',
  )
})

test('what somebody wrote stays as it is', async () => {
  const nine = await procedureOf('nine-steps')
  assert.equal(chosenWords('closure.proposed', 'reason', 'well-being', nine), undefined)
  assert.equal(chosenWords('support-call.made', 'outcome', 'positive', nine), undefined)
})
