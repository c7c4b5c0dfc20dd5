import assert from 'node:assert/strict'
import { it } from 'node:test'
import { didYouMean, meantOrKnown, nearest } from './nearest.ts'

it('the nearest known word is offered when one is near', () => {
  assert.equal(nearest('visit.mad', ['contact.made', 'visit.made']), 'visit.made')
  assert.equal(nearest('Owner', ['owner', 'other']), 'owner')
  assert.equal(nearest('supervision', ['visit.made', 'contact.made']), undefined)
  assert.equal(didYouMean('metby', ['met', 'step']), ' Did you mean "met"?')
  assert.equal(didYouMean('metby', []), '')
})

it('where no known word is near, all that there are stand there once', () => {
  assert.equal(meantOrKnown('first-visit', ['call', 'letter', 'call']), ' Known here: call, letter.')
})
