import assert from 'node:assert/strict'
import { it } from 'node:test'
import { searchFamilies } from './families.ts'
import { refer, smallAuthority } from '../fixtures/small-authority.ts'

it('a family is found by as much of its reference as somebody types, with its name or without', async () => {
  const place = await smallAuthority('nine-steps')
  const caseId = await refer(place, '2026-03-02T10:00')
  const one = await place.store.look(place.id, (all) => all.caseById(caseId))
  assert.ok(one)
  const found = async (words: string) =>
    (await searchFamilies(place.deps, place.as('manager'), words))?.lines.map(({ id }) => id)
  const [, digits] = one.reference.split('-')
  for (const words of [
    one.reference,
    one.reference.replace('-0', ''),
    `${digits}`,
    `${one.family} ${one.reference}`,
  ])
    assert.deepEqual(await found(words), [caseId], words)
  assert.deepEqual(await found(`${one.reference}1`), [])
})
