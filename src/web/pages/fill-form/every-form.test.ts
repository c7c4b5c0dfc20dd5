import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { procedureOf } from '#casework/deps.ts'
import { documentSays } from '#casework/documents/form-says.ts'
import { refer } from '#casework/fixtures/small-authority.ts'
import { topFields } from '#casework/documents/asked.ts'
import type { Form } from '#procedure/rules/form.ts'
import { everyAnswer } from '../../testing/every-answer.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

/**
 * Each procedure with the day on which the family comes, and the forms whose event the procedure does not allow yet, or takes
 * from a service manager only: nothing but the referral is on record, and a manager fills them in, in the order of their
 * names.
 */
const packs = [
  ['nine-steps', '2026-03-02T10:00', ['long-case-review']],
  ['family-work', '2026-03-02T10:00', ['case-note']],
  ['caf-process', '2026-03-02T10:00', []],
  ['partner-pathway', '2026-03-02T10:00', ['review']],
  ['step-down', '2026-03-02T10:00', ['step-down-discussion']],
  ['family-network', '2026-03-02T10:00', ['family-plan', 'hold']],
  ['family-network', '2026-08-03T10:00', ['family-plan', 'hold']],
] as const

/** What a form may still ask beside its own questions. */
const beside = { 'at-time': '2:30pm', 'f-to': 'The manager', 'f-outcome': 'positive' }

/** The questions that are answered with words. */
const pathsOf = (form: Form): readonly string[] =>
  topFields(form).flatMap(({ id, kind, fields }) => {
    const inner = fields.filter((field) => field.kind === 'narrative').map((field) => field.id)
    if (kind === 'per child') return inner.flatMap((part) => [`${id} ada ${part}`, `${id} ben ${part}`])
    if (kind === 'rows') return inner.map((part) => `${id} 1 ${part}`)
    return kind === 'narrative' ? [id] : []
  })

describe('every form of every procedure', () => {
  for (const [pack, began, notYet] of packs)
    it(`${pack} on ${began.slice(0, 10)}: is a valid page, can be filled in, and is a valid page when it is read`, async () => {
      const service = await smallService(pack)
      const { place } = service
      place.set(began)
      const id = await refer(place, began)
      place.set(began.replace('T10:00', 'T15:00'))
      const who = await service.as('manager')
      const record = await place.store.look(place.id, (all) => all.caseById(id))
      const versions = place.deps.shelf.pack(pack)?.versions ?? []
      const forms = versions.find(({ procedure }) => procedure.version === record?.version)?.forms ?? []
      assert.ok(forms.length >= 7)
      const day = began.startsWith('2026-03') ? (['2', '3', '2026'] as const) : (['3', '8', '2026'] as const)
      const shut: string[] = []
      /** What was just handed in says the same as its entry. */
      const agrees = async (document: string, form: Form): Promise<void> => {
        const [one, found] = await place.store.look(place.id, async (all) => [
          await all.caseById(id),
          await all.document(id, document),
        ])
        const entry = one?.events.find((event) => event.id === found?.event)
        assert.ok(one && found && entry)
        const procedure = procedureOf(place.deps.shelf, one)
        assert.equal(documentSays(entry, found, form, { procedure, people: one.people }), null, form.id)
      }
      const fill = async (form: Form): Promise<void> => {
        const page = await who.get(`/cases/${id}/forms/${form.id}`)
        assert.equal(page.statusCode, 200, form.id)
        assert.deepEqual(await problemsIn(page.body), [], form.id)
        const at = { 'at-day': day[0], 'at-month': day[1], 'at-year': day[2] }
        const sent = await who.send('', { ...everyAnswer(form, ['ada', 'ben'], day), ...at, ...beside })
        if (sent.body.includes('class="app-gate"')) {
          assert.equal(sent.statusCode, 422)
          assert.deepEqual(await problemsIn(sent.body), [], form.id)
          shut.push(form.id)
          return
        }
        assert.equal(sent.statusCode, 303, `${form.id}: ${words(sent.body)}`)
        const read = await who.get(String(sent.headers.location))
        assert.deepEqual(await problemsIn(read.body), [], form.id)
        assert.equal(read.body.match(/<h1/g)?.length, 1)
        await agrees(String(sent.headers.location).split('/').at(-1) ?? '', form)
        for (const path of pathsOf(form)) assert.ok(read.body.includes(`Words for ${path}`), path)
      }
      for (const form of forms) await fill(form)
      assert.deepEqual(shut, notYet)
    })
})
