import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StandardRole } from '#casework/access/actor.ts'
import { sectionsFor } from './navigation.ts'

const shown = (...roles: readonly StandardRole[]): readonly string[] =>
  sectionsFor({ memberships: roles.map((role) => ({ role, team: null })) }, () => true).map(
    ({ text }) => text,
  )

test('everybody is shown the parts of the service that are for their roles', () => {
  assert.deepEqual(shown('practitioner'), ['My work', 'Referrals', 'Families', 'Procedure'])
  assert.deepEqual(shown('manager'), ['My work', 'Referrals', 'Families', 'Team', 'Messages', 'Procedure'])
  assert.deepEqual(shown('administrator'), ['Administration', 'Messages', 'Procedure'])
  assert.deepEqual(shown('social-care-manager', 'quality-lead'), ['Referrals', 'Families', 'Procedure'])
})

test('a part that has no page yet is not shown', () => {
  const memberships = [{ role: 'manager', team: null }] as const
  const there = sectionsFor({ memberships }, (path) => path === '/families')
  assert.deepEqual(
    there.map(({ text }) => text),
    ['Families'],
  )
})
