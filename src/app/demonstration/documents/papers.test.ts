import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { dayOf, parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CaseRecord } from '#casework/case/case-record.ts'
import { versionOf } from '#casework/deps.ts'
import { documentStories, toBeChanged } from '#casework/documents/document-story.ts'
import { gapsIn, protectedIn } from '#casework/documents/fill-letter.ts'
import { documentSays } from '#casework/documents/form-says.ts'
import { signaturesOf, unsignedIn } from '#casework/documents/signatures.ts'
import { signersOf } from '#casework/documents/unsigned-lines.ts'
import type { StoredDocument } from '#casework/documents/stored-document.ts'
import { inMemoryStore } from '#casework/in-memory/in-memory-store.ts'
import { installedPacks } from '../../service/installed-packs.ts'
import { fillDemonstration } from '../fill-demonstration.ts'

type Family = { readonly record: CaseRecord; readonly documents: readonly StoredDocument[] }

describe('the forms and letters of the demonstration', () => {
  const now = parseInstant('2026-11-19T09:30') as Instant
  const deps = {
    store: inMemoryStore({ now: () => now }),
    clock: { now: () => now },
    shelf: installedPacks(),
  }
  const families: Family[] = []

  before(async () => {
    const { signal } = new AbortController()
    await fillDemonstration(deps, { families: 150, tell: () => {}, signal })
    for (const { id } of await deps.store.authorities())
      await deps.store.look(id, async (all) => {
        for (const open of [true, false])
          for (const line of await all.cases({ reach: 'all', open, limit: 1000, offset: 0 })) {
            const record = await all.caseById(line.id)
            const lines = await all.documentsOf(line.id)
            const found = await Promise.all(lines.map((one) => all.document(line.id, one.id, one.version)))
            if (record !== null) families.push({ record, documents: found.flatMap((one) => one ?? []) })
          }
      })
  })

  const ofPack = (pack: string): readonly StoredDocument[] =>
    families.filter(({ record }) => record.procedure === pack).flatMap(({ documents }) => documents)

  it('are there under every procedure, of several kinds, some in two versions', () => {
    for (const pack of ['nine-steps', 'family-work', 'caf-process', 'partner-pathway', 'step-down']) {
      const all = ofPack(pack)
      const forms = new Set(all.filter(({ kind }) => kind === 'form').map(({ template }) => template))
      assert.ok(forms.size >= 3, `${pack}: ${[...forms].join()}`)
      assert.ok(
        all.some(({ kind }) => kind === 'letter'),
        pack,
      )
      assert.ok(
        all.some(({ version }) => version === 2),
        pack,
      )
    }
    const given = families.filter(({ record }) => toBeChanged(record, now).length > 0)
    assert.ok(given.length > 0)
  })

  it('say the same as the entries that they came with', () => {
    let compared = 0
    for (const { record, documents } of families) {
      const { procedure, forms } = versionOf(deps.shelf, record)
      for (const story of documentStories(record, documents, now)) {
        const latest = documents.findLast(({ id }) => id === story.id)
        assert.ok(latest && story.event && !story.withdrawn, record.reference)
        assert.equal(story.event.data['document'], story.id)
        const form = forms.find(({ id }) => id === latest.template)
        const facts = { procedure, people: record.people }
        assert.equal(
          documentSays(story.event, latest, form, facts),
          null,
          `${record.reference} ${latest.title}`,
        )
        compared += latest.kind === 'form' ? 1 : 0
      }
    }
    assert.ok(compared > 150)
  })

  it('are signed for the most part, by whom each line is for', () => {
    let [signed, open] = [0, 0]
    for (const { record, documents } of families) {
      const { forms } = versionOf(deps.shelf, record)
      for (const { id, version, content, template } of documents) {
        if (documents.some((other) => other.id === id && other.version > version)) continue
        const form = forms.find((one) => one.id === template)
        const signatures = signaturesOf(record, id, now).filter((one) => one.version === version)
        signed += signatures.length
        open += unsignedIn({ content, version }, signatures, form).length
        assert.ok(signatures.every(({ name }) => name !== ''))
        for (const { data, by } of record.events.filter((one) => one.data['document'] === id)) {
          if (typeof data['signature'] !== 'string') continue
          const whose = signersOf(form, data['signature'])
          const signer = data['method'] === 'on-paper' ? 'family' : (by?.role ?? 'nobody')
          assert.ok(whose.includes(signer), `${record.reference} ${template}: ${signer} for ${whose.join()}`)
        }
      }
    }
    assert.ok(signed > 40 && open > 40, `${signed} signed, ${open} open`)
  })

  it('say nothing of school about a child under four, and quote none', () => {
    let little = 0
    for (const { record, documents } of families)
      for (const { content, title, writtenAt } of documents) {
        if (content.kind !== 'form') continue
        for (const { id, born } of record.people) {
          // Four years and a day for each leap year.
          if (born === null || dayOf(writtenAt) - born > 4 * 365) continue
          for (const answer of Object.values(content.answers)) {
            const group = (answer as Readonly<Record<string, object>> | null)?.[id] ?? {}
            const own = JSON.stringify(Object.values(group))
            assert.doesNotMatch(own, /school|maths|“/i, `${record.reference} ${title} ${own}`)
            little += own.length > 20 ? 1 : 0
          }
        }
      }
    assert.ok(little > 10, `${little}`)
  })

  it('are filled in: no stand-in, no gap, and no protected address', () => {
    for (const { record, documents } of families)
      for (const { content, title } of documents) {
        const said = JSON.stringify(content.kind === 'form' ? content.answers : content.body)
        assert.doesNotMatch(said, /\{child\}|"w\d+"|undefined|\[\[/, `${record.reference} ${title}`)
        if (content.kind === 'form') continue
        assert.deepEqual(gapsIn(content.body), [])
        assert.equal(protectedIn(content.body, record.people), undefined)
      }
  })
})
