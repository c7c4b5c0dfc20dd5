import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Procedure } from '../procedure.ts'
import { readProcedure } from '../reading/read-procedure.ts'
import { drawMap } from './draw-map.ts'
import { mapGraph } from './map-graph.ts'
import type { MapPicture, PictureLine, PictureText, Point } from './map-picture.ts'
import { lineHeight, textWidth } from './text-width.ts'
import { workflowMap } from './workflow-map.ts'

const packs = ['nine-steps', 'step-down', 'caf-process', 'family-work', 'partner-pathway']

const read = (text: string): Procedure => {
  const { procedure, problems } = readProcedure(text, 'procedure.md')
  assert.ok(procedure, problems.map(({ what }) => what).join('\n'))
  return procedure
}

const folder = join(import.meta.dirname, '..', '..', '..', 'packs')
const pack = (id: string): Procedure =>
  read(readFileSync(join(folder, id, '2026-01-01', 'procedure.md'), 'utf8'))

const demo = (steps: string, exits: string, rules = '', lanes = '{ only: The only lane }'): Procedure =>
  read(
    `\`\`\`yaml procedure\nprocedure: demo\ntitle: Fish & "chips" <now>\nin-force: 2026-01-01\n` +
      `roles: { worker: Worker }\nlanes: ${lanes}\nsteps:\n${steps}\nexits: ${exits}\n\`\`\`\n\n` +
      `### X-1 A\n\n${rules === '' ? '' : `\`\`\`yaml\n${rules}\n\`\`\`\n`}`,
  )

const oneLane = demo(
  `  - { id: a, title: A, lane: only, next: [{ to: b }] }\n  - { id: b, title: B, lane: only }`,
  '{}',
)

const longTitles = demo(
  `  - { id: a, title: ${'Something long that goes on and on '.repeat(5)}, lane: only, next: [{ to: b, if: ${'a reason that nobody can keep short '.repeat(4)} }, { to: c, if: another }] }\n` +
    `  - { id: b, title: Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen, lane: only, next: [{ to: b }, { to: out }] }\n` +
    `  - { id: c, title: C, lane: only, next: [{ to: a, if: back to the beginning }, { to: b }] }`,
  '{ out: An exit with a name that is longer than anybody would ever wish to write on a map of anything }',
)

const manyExits = demo(
  `  - { id: a, title: A, lane: only, next: [${Array.from({ length: 12 }, (_, i) => `{ to: e${i}, if: for reason number ${i} }`).join(', ')}] }\n` +
    `  - { id: b, title: B, lane: only, next: [{ to: e1 }, { to: e2 }] }`,
  `{ ${Array.from({ length: 12 }, (_, i) => `e${i}: Exit ${i}`).join(', ')} }`,
)

const tangle = demo(
  ['a', 'b', 'c', 'd', 'e']
    .map(
      (id, i) =>
        `  - { id: ${id}, title: Step ${id}, lane: l${i % 3}, next: [${['a', 'b', 'c', 'd', 'e', 'out'].map((to) => `{ to: ${to}, if: from ${id} to ${to} }`).join(', ')}] }`,
    )
    .join('\n'),
  '{ out: Out }',
  'route: in\ntitle: In\nevent: referral.received\nto: c',
  '{ l0: First, l1: Second, l2: Third }',
)

const all: readonly (readonly [string, Procedure])[] = [
  ...packs.map((id) => [id, pack(id)] as const),
  ['one lane', oneLane],
  ['long titles', longTitles],
  ['many exits', manyExits],
  ['everything joined to everything', tangle],
]

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const boxOf = ({ lines, face, x, y, anchor }: PictureText): Box => {
  const width = Math.max(...lines.map((line) => textWidth(line, face)))
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { x: left, y, width, height: lines.length * lineHeight(face) }
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.5 &&
  b.x < a.x + a.width - 0.5 &&
  a.y < b.y + b.height - 0.5 &&
  b.y < a.y + a.height - 0.5

const segments = ({ points }: PictureLine): readonly Box[] =>
  points.slice(1).map((p, i) => {
    const q = points[i] as Point
    return {
      x: Math.min(p.x, q.x),
      y: Math.min(p.y, q.y),
      width: Math.max(1, Math.abs(p.x - q.x)),
      height: Math.max(1, Math.abs(p.y - q.y)),
    }
  })

const textsOf = (picture: MapPicture): readonly PictureText[] => [
  ...picture.words,
  ...picture.stages.map(({ title }) => title),
  ...picture.lanes.map(({ title }) => title),
  ...picture.heading,
  ...picture.foot,
]

const said = (text: PictureText): string => text.lines.join(' ')

for (const [name, procedure] of all)
  describe(`the map: ${name}`, () => {
    const graph = mapGraph(procedure)
    const picture = drawMap(graph)

    it('has no two shapes on each other', () => {
      for (const [i, a] of picture.shapes.entries())
        for (const b of picture.shapes.slice(i + 1)) assert.ok(!overlap(a, b), `${a.id} and ${b.id}`)
    })

    it('keeps every text of a shape inside it', () => {
      for (const shape of picture.shapes)
        for (const text of shape.texts) {
          const step = lineHeight(text.face)
          for (const [i, line] of text.lines.entries()) {
            const box = boxOf({ ...text, lines: [line], y: text.y + i * step })
            const middle = shape.y + shape.height / 2
            const edge = Math.max(Math.abs(box.y - middle), Math.abs(box.y + step - middle))
            const slope = shape.kind === 'decision' ? (edge / shape.height) * shape.width : 0
            assert.ok(box.x >= shape.x + slope, `${shape.id}: ${line}`)
            assert.ok(box.x + box.width <= shape.x + shape.width - slope, `${shape.id}: ${line}`)
            assert.ok(box.y >= shape.y && box.y + step <= shape.y + shape.height, `${shape.id}: ${line}`)
          }
        }
    })

    it('keeps every other text clear of shapes, lines and other texts, and on the page', () => {
      const texts = textsOf(picture)
      const lines = picture.lines.flatMap((line) => segments(line).map((box) => ({ box, line })))
      for (const [i, text] of texts.entries()) {
        const box = boxOf(text)
        for (const shape of picture.shapes) assert.ok(!overlap(box, shape), `${said(text)} on ${shape.id}`)
        for (const { box: part, line } of lines)
          assert.ok(!overlap(box, part), `${said(text)} on the line from ${line.from} to ${line.to}`)
        for (const other of texts.slice(i + 1))
          assert.ok(!overlap(box, boxOf(other)), `${said(text)} on ${said(other)}`)
        assert.ok(box.x >= 0 && box.x + box.width <= picture.width, `${said(text)} goes off the page`)
        assert.ok(box.y >= 0 && box.y + box.height <= picture.height, `${said(text)} goes off the page`)
      }
    })

    it('runs no line through a shape', () => {
      for (const line of picture.lines)
        for (const part of segments(line))
          for (const shape of picture.shapes) {
            const inner = { x: shape.x + 3, y: shape.y + 3, width: shape.width - 6, height: shape.height - 6 }
            assert.ok(!overlap(part, inner), `${line.from} to ${line.to} through ${shape.id}`)
          }
    })

    it('lets lines share a stretch only when they come from or lead to the same place', () => {
      for (const [i, a] of picture.lines.entries())
        for (const b of picture.lines.slice(i + 1)) {
          if (a.from === b.from || a.to === b.to) continue
          for (const p of segments(a))
            for (const q of segments(b)) {
              const along = (p.width > 1 && q.width > 1) || (p.height > 1 && q.height > 1)
              assert.ok(!(along && overlap(p, q)), `${a.from} to ${a.to} on ${b.from} to ${b.to}`)
            }
        }
    })

    it('shows every step, way in, exit, decision, outcome, branch and repeat', () => {
      const shapes = new Set(picture.shapes.map(({ kind, id }) => `${kind} ${id}`))
      const joined = new Set(picture.lines.map(({ from, to }) => `${from} > ${to}`))
      const words = picture.words.map(said).join('\n').replaceAll('\u2022 ', '')
      for (const { id } of procedure.steps) assert.ok(shapes.has(`step ${id}`), id)
      for (const { id, to } of procedure.routes) {
        assert.ok(shapes.has(`entry ${id}`), id)
        assert.ok(joined.has(`${id} > ${to}`), id)
      }
      for (const id of Object.keys(procedure.exits)) assert.ok(shapes.has(`exit ${id}`), id)
      for (const { id, step, outcomes } of procedure.decisions) {
        assert.ok(shapes.has(`decision decision:${id}`), id)
        for (const { title, to } of outcomes) {
          const further =
            to === step ? [...joined].some((j) => j.startsWith(`decision:${id} > decision:`)) : false
          assert.ok(further || joined.has(`decision:${id} > ${to}`), `${id}: ${title}`)
          const isExitsName = procedure.exits[to]?.toLowerCase() === title.toLowerCase()
          assert.ok(isExitsName || words.includes(title), `${id}: ${title}`)
        }
      }
      for (const step of procedure.steps)
        for (const next of step.next) {
          const decided = procedure.decisions.filter((d) => d.step === step.id)
          if (decided.some((d) => d.outcomes.some(({ to }) => to === next.to))) continue
          assert.ok(joined.has(`${step.id} > ${next.to}`), `${step.id} to ${next.to}`)
          assert.ok(words.includes((next.if ?? '').trim()), `${step.id} to ${next.to}`)
        }
      for (const { loop } of graph.nodes) for (const repeat of loop) assert.ok(words.includes(repeat), repeat)
    })

    it('is the same, letter for letter, every time', () => {
      assert.equal(workflowMap(procedure), workflowMap(procedure))
    })
  })
