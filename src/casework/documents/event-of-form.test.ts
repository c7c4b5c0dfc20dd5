import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { packNamed } from '../fixtures/small-authority.ts'
import type { CasePerson } from '../case/case-record.ts'
import { aPerson } from '../store-contract/given.ts'
import { eventOfForm, recordOf } from './event-of-form.ts'
import type { Answers } from './stored-document.ts'

const people: readonly CasePerson[] = [
  aPerson('ada', 'Ada Example', { role: 'child' }),
  aPerson('ben', 'Ben Example', { role: 'child' }),
  aPerson('mo', 'Mo Example'),
].map((person) => ({ ...person, personId: person.id }))

/** What the answers of a form say in the event that it records. */
const said = (pack: string, id: string, answers: Answers) => {
  const version = packNamed(pack).versions[0]
  const form = version?.forms.find((one) => one.id === id)
  assert.ok(version && form)
  const record = recordOf(form, answers)
  if (record === null) return null
  return {
    event: record.event,
    ...eventOfForm(form, record, answers, { procedure: version.procedure, people }),
  }
}

describe('what a form says in its event', () => {
  it('a supervision that is written up: whether the manager agrees that the case should close', () => {
    const agreed = (answer: boolean) =>
      said('nine-steps', 'supervision-record', { 'held-on': '2026-05-18', 'closure-agreed': answer })?.data[
        'closureAgreed'
      ]
    assert.deepEqual([agreed(true), agreed(false)], [true, false])
  })

  it('a visit: who was seen, alone or not, who was not, each child’s words, fact apart from opinion', () => {
    assert.deepEqual(
      said('nine-steps', 'visit', {
        'visited-on': '2026-03-17',
        purpose: 'To meet',
        joint: false,
        child: {
          ada: { seen: 'alone', voice: 'I like it.' },
          ben: { seen: 'no', 'not-seen-why': 'At school', 'not-seen-when': '2026-03-20' },
        },
        facts: 'Warm.',
        view: 'Better.',
      }),
      {
        event: 'visit.made',
        day: '2026-03-17',
        data: {
          purpose: 'To meet',
          joint: false,
          seen: [{ child: 'ada', alone: true }],
          notSeen: [{ child: 'ben', reason: 'At school', when: '2026-03-20' }],
          voice: 'Ada Example: I like it.',
          account: 'Warm.',
          opinion: 'Better.',
        },
      },
    )
  })

  it('consent: given or refused as the answer says, for those children of whom it was said', () => {
    assert.equal(said('caf-process', 'consent', {}), null)
    assert.deepEqual(said('caf-process', 'consent', { agrees: 'refused', 'why-not': 'Not now' }), {
      event: 'consent.refused',
      day: null,
      data: { reason: 'Not now' },
    })
    assert.deepEqual(
      said('caf-process', 'consent', {
        agrees: 'given',
        people: [
          { person: 'Ada Example', decides: 'parent' },
          { person: 'A neighbour', decides: 'self' },
        ],
      })?.data,
      { persons: ['ada'] },
    )
    const forChildren = (ada: boolean) =>
      said('family-work', 'consent', { child: { ada: { included: ada }, ben: { included: false } } })?.data
    assert.deepEqual(forChildren(true), { persons: ['ada'] })
    assert.deepEqual(forChildren(false), { persons: [] })
  })

  it('a plan: the actions of all its lists, what, who and by when', () => {
    assert.deepEqual(
      said('caf-process', 'support-plan', {
        'agreed-on': '2026-03-20',
        'family-actions': [{ what: 'Walk to school', who: 'Mo Example', by: '2026-04-01', state: 'to-do' }],
        'agency-actions': [{ what: 'Ring', who: 'The school' }, { who: 'Nobody' }],
      }),
      {
        event: 'plan.agreed',
        day: '2026-03-20',
        data: {
          actions: [
            { what: 'Walk to school', who: 'Mo Example', by: '2026-04-01' },
            { what: 'Ring', who: 'The school' },
          ],
        },
      },
    )
  })

  it('a number is a number, a list of words a list, a field inside a field is there, and what the form stands for is said', () => {
    assert.deepEqual(
      said('family-work', 'taf-minutes', { number: '2', attended: 'All', final: false })?.data,
      {
        number: 2,
        attended: ['All'],
        final: false,
      },
    )
    assert.deepEqual(said('family-work', 'taf-minutes', { number: 'second' })?.data, {})
    assert.deepEqual(
      said('partner-pathway', 'early-help-assessment', { worries: 'Late', strengths: 'Kind' })?.data,
      { assessment: { worries: 'Late', strengths: 'Kind' } },
    )
    assert.deepEqual(said('caf-process', 'medical-information', {})?.data, { form: 'medical' })
    assert.deepEqual(said('nine-steps', 'closure', { member: 'Mo Example' })?.data, { children: ['mo'] })
  })
})
