import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { readProcedure } from '../reading/read-procedure.ts'
import { mapGraph } from './map-graph.ts'
import type { MapGraph } from './map-graph.ts'
import { colours } from './map-style.ts'
import { escapeXml } from './map-svg.ts'
import { workflowMap } from './workflow-map.ts'

const packs = join(import.meta.dirname, '..', '..', '..', 'packs')

const read = (text: string) => {
  const { procedure } = readProcedure(text, 'procedure.md')
  assert.ok(procedure)
  return procedure
}

const nine = read(readFileSync(join(packs, 'nine-steps', '2026-01-01', 'procedure.md'), 'utf8'))

const node = (graph: MapGraph, id: string) => graph.nodes.find((one) => one.id === id)

describe('the map of the nine steps', () => {
  const graph = mapGraph(nine)

  it('has the nine steps in two lanes', () => {
    const steps = graph.nodes.filter(({ kind }) => kind === 'step')
    assert.deepEqual(graph.lanes, ['Manager', 'Practitioner'])
    assert.deepEqual(
      steps.map(({ number, lane }) => `${number}:${lane}`),
      ['1:0', '2:0', '3:0', '4:1', '5:1', '6:1', '7:1', '8:1', '9:1'],
    )
  })

  it('shows the limit of each step', () => {
    assert.deepEqual(
      graph.nodes.filter(({ kind }) => kind === 'step').map(({ limit }) => limit),
      [
        'within 24 hours',
        'within 24 hours',
        'within 3 working days',
        'within 3 working days',
        'within 7 working days',
        'about 10 working days',
        'within 4 weeks',
        'Review by the service manager after 6 months',
        'within 10 working days',
      ],
    )
  })

  it('shows what comes round again, and how often', () => {
    assert.match(node(graph, 'home-visit')?.loop.join('; ') ?? '', /every 5 to 10 working days/)
    assert.match(node(graph, 'taf')?.loop.join('; ') ?? '', /every 4 weeks/)
    assert.match(node(graph, 'assessment')?.loop.join('; ') ?? '', /every 12 weeks/)
    assert.ok(graph.beside.some(({ period }) => period === 'every 8 weeks'))
  })

  it('branches after the meeting by whether there is an assessment', () => {
    const branches = graph.arrows.filter(({ from }) => from === 'taf')
    assert.deepEqual(
      branches.map(({ to, words }) => `${to}: ${words.join().split(':')[0]}`),
      ['assessment: not assessed', 'prep-for-closure: already assessed'],
    )
  })

  it('can be left for tier 2 at the decision, at the daily meeting and at the end', () => {
    assert.deepEqual(
      graph.leavings.filter(({ exit }) => exit === 'tier-2').map(({ from }) => from),
      ['decision:threshold', 'decision:daily-meeting', 'closure'],
    )
  })
})

const repeating = (due: string): MapGraph =>
  mapGraph(
    read(
      '```yaml procedure\nprocedure: demo\ntitle: Demo\nin-force: 2026-01-01\nroles: { worker: Worker }\n' +
        'lanes: { one: One }\nsteps:\n  - { id: visits, title: Visits, lane: one }\nexits: {}\n```\n\n### X-1 A\n\n' +
        `\`\`\`yaml\nclock: next-visit\ntitle: Next visit\nstep: visits\nowner: worker\n` +
        `start: { each: visit.made }\nmet: visit.made\n${due}\n\`\`\`\n`,
    ),
  )

describe('a repeat', () => {
  const cases = [
    ['within: 4 weeks', 'every 4 weeks'],
    ['within: 10 working days\nearliest: 5 working days', 'every 5 to 10 working days'],
    ['within: 8 weeks\naim: 6 weeks', 'every 6 to 8 weeks'],
    ['within: 1 month', 'every month'],
    ['about: 2 months', 'every 2 months'],
  ] as const
  for (const [due, words] of cases)
    it(`${due.replace('\n', ', ')} is ${words}`, () => {
      assert.deepEqual(node(repeating(due), 'visits')?.loop, [words])
    })

  it('without a length of time is not drawn', () => {
    assert.deepEqual(node(repeating('no-limit: true'), 'visits')?.loop, [])
  })
})

/** The tags of a document that is well formed: each closed in order, `&` and `<` only as marks. */
const wellFormed = (svg: string): number => {
  const open: string[] = []
  let count = 0
  const text = svg.replaceAll(
    /<(\/?)([a-z]+)((?:\s[\w-]+="[^"<]*")*)\s*(\/?)>/gi,
    (_, close, tag, _rest, empty) => {
      count += 1
      if (close === '/') assert.equal(open.pop(), tag)
      else if (empty !== '/') open.push(String(tag))
      return ''
    },
  )
  assert.deepEqual(open, [])
  assert.doesNotMatch(text, /[<>]/)
  assert.doesNotMatch(svg, /&(?!(amp|lt|gt|quot|#39);)/)
  return count
}

describe('the picture', () => {
  const awkward = read(
    '```yaml procedure\nprocedure: demo\ntitle: \'Fish & "chips" <now>\'\nin-force: 2026-01-01\nroles: { worker: Worker }\n' +
      'lanes: { one: "A & B" }\nsteps:\n  - { id: a, title: "<script>alert(\'x\')</script>", lane: one, next: [{ to: out, if: "a < b & c" }] }\n' +
      'exits: { out: "]]> out" }\n```\n',
  )

  it('is well-formed, whatever the words hold', () => {
    assert.ok(wellFormed(workflowMap(awkward)) > 10)
    assert.ok(wellFormed(workflowMap(nine)) > 100)
    assert.doesNotMatch(workflowMap(awkward), /<script/)
    assert.match(workflowMap(awkward), /a &lt; b &amp; c/)
  })

  it('escapes every mark and leaves out what XML does not know', () => {
    assert.equal(escapeXml(`a<b>&"c'\u0000\u0007d`), 'a&lt;b&gt;&amp;&quot;c&#39;d')
  })

  it('has a title and says in words what it shows', () => {
    const svg = workflowMap(nine)
    assert.match(svg, /<svg [^>]*role="img" aria-labelledby="map-title map-about"/)
    assert.match(svg, /<title id="map-title">Workflow map: Early Help in nine steps<\/title>/)
    assert.match(svg, /<desc id="map-about">Workflow map in 2 lanes: Manager, Practitioner\./)
    assert.match(svg, /5 Home visit: Practitioner; within 7 working days; comes round again/)
  })

  const brightness = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return part <= 0.039_28 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: string, b: string): number => {
    const [high = 0, low = 0] = [brightness(a), brightness(b)].toSorted((x, y) => y - x)
    return (high + 0.05) / (low + 0.05)
  }

  it('sets text at 4.5 to 1 and lines at 3 to 1 or more', () => {
    for (const under of ['page', 'lane', 'header', 'decision', 'end'] as const) {
      assert.ok(contrast(colours.ink, colours[under]) >= 4.5, under)
      assert.ok(contrast(colours.quiet, colours[under]) >= 4.5, under)
      assert.ok(contrast(colours.line, colours[under]) >= 3, under)
      assert.ok(contrast(colours.edge, colours[under]) >= 3, under)
    }
  })
})
