import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { caseOverview } from '#casework/case/case-overview.ts'
import type { CaseOverview } from '#casework/case/case-overview.ts'
import { paths } from './paths.ts'
import { largeFamily } from './testing/large-family.ts'
import type { LargeFamily } from './testing/large-family.ts'
import { problemsIn } from './testing/problems-in.ts'
import { words } from './testing/words.ts'

const most = 60_000

const families = new Map<string, Promise<LargeFamily>>()

/** A large family under a procedure, made once: nothing here changes it. */
const familyUnder = (pack: string): Promise<LargeFamily> => {
  const family = families.get(pack) ?? largeFamily(pack)
  families.set(pack, family)
  return family
}

const packs = [
  'nine-steps',
  'family-work',
  'caf-process',
  'partner-pathway',
  'step-down',
  'family-network',
] as const

const factsOf = async ({ place, id }: LargeFamily): Promise<CaseOverview> => {
  const facts = await caseOverview(place.deps, place.as('manager'), id)
  assert.ok(facts)
  return facts
}

const overdueIn = ({ standing }: CaseOverview) =>
  standing.obligations.filter((one) => one.standing === 'overdue' && one.obligation.undecided === null)

describe('a family of nine children and 300 events', () => {
  for (const pack of packs)
    it(`${pack}: has no page that is heavy, and each is valid`, async () => {
      const family = await familyUnder(pack)
      const facts = await factsOf(family)
      assert.equal(facts.record.events.length, 300)
      const manager = await family.as('manager')
      const own = (part: string): string => `/cases/${family.id}${part}`
      const pages = [
        ...['', '/people', '/people/history', '/procedure', '/procedure?show=open', '/audit', '/record'].map(
          own,
        ),
        ...Array.from({ length: 16 }, (_, n) => own(`/timeline?page=${n + 1}`)),
        ...Array.from({ length: 6 }, (_, n) => own(`/documents?page=${n + 1}`)),
        ...facts.procedure.clauses.map(({ id }) => paths.caseClause(family.id, id)),
      ]
      for (const page of pages) {
        const { statusCode, body } = await manager.get(page)
        assert.equal(statusCode, 200, page)
        assert.ok(Buffer.byteLength(body) < most, `${page} weighs ${Buffer.byteLength(body)} bytes`)
      }
      for (const page of ['', '/procedure', '/procedure?show=open', '/documents?page=2'].map(own))
        assert.deepEqual(await problemsIn((await manager.get(page)).body), [], page)
    })

  for (const pack of packs)
    it(`${pack}: shows all that is overdue, counted first, then clause by clause`, async () => {
      const family = await familyUnder(pack)
      const facts = await factsOf(family)
      const manager = await family.as('manager')
      const overdue = overdueIn(facts)
      const overview = words((await manager.get(`/cases/${family.id}`)).body)
      const open = (await manager.get(`/cases/${family.id}/procedure?show=open`)).body
      if (overdue.length > 0) assert.match(overview, new RegExp(`Overdue ${overdue.length}\\b`))
      for (const [clause, stands] of Map.groupBy(overdue, ({ obligation }) => obligation.clock.clause)) {
        assert.ok(open.includes(`href="${paths.caseClause(family.id, clause)}"`), clause)
        const said = words((await manager.get(paths.caseClause(family.id, clause))).body)
        for (const { obligation } of stands.slice(0, 9)) {
          const { clock, subject } = obligation
          const whom = facts.record.people.find(({ id }) => subject.kind === 'person' && id === subject.id)
          assert.ok(said.includes(`Overdue ${clock.title}`), `${clause}: ${clock.title}`)
          assert.ok(whom === undefined || said.includes(whom.name), `${clause}: ${whom?.name}`)
        }
      }
    })

  it('says of a clause how much more of it is overdue than there is room for', async () => {
    const family = await familyUnder('partner-pathway')
    const worker = await family.as('practitioner')
    const said = words((await worker.get(`/cases/${family.id}/procedure?show=open`)).body)
    assert.match(said, /Carry out the action: [^(]*and 76 more open \(76 overdue\)/)
  })

  it('leads from an entry to the page of the timeline that holds it', async () => {
    const family = await familyUnder('nine-steps')
    const manager = await family.as('manager')
    const { body } = await manager.get(paths.entry(family.id, 'e2'))
    assert.match(body, /<li class="app-happened" id="e2">/)
    assert.doesNotMatch((await manager.get(`/cases/${family.id}/timeline`)).body, /id="e2"/)
  })

  it('says once for all of them what is asked for several children on the same day', async () => {
    const family = await familyUnder('nine-steps')
    const { body } = await (await family.as('manager')).get(`/cases/${family.id}`)
    assert.match(
      words(body),
      /for Ada Featherstone-Haverley, Ben Featherstone-Haverley, [^.]* and Greta Featherstone-Haverley due/,
    )
  })
})

describe('the timeline', () => {
  it('stays light where people write at length', async () => {
    const family = await largeFamily('step-down')
    const { place, id } = family
    const text = 'The kitchen was warm, and we talked about school. '.repeat(390)
    const at = place.deps.clock.now()
    const by = place.as('practitioner').user
    await place.store.change(place.id, (store) =>
      store.append(
        id,
        Array.from({ length: 10 }, () => ({
          type: 'note.recorded',
          at,
          recorded: at,
          by: null,
          data: { kind: 'visit', text, about: ['ada'] },
          override: null,
          writtenBy: by,
        })),
      ),
    )
    const { body } = await (await family.as('manager')).get(`/cases/${id}/timeline`)
    assert.ok(Buffer.byteLength(body) < most, `${Buffer.byteLength(body)} bytes`)
    assert.match(body, /The kitchen was warm/)
  })
})
