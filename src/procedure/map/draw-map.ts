import { shortDayInWords } from '#calendar/day-in-words.ts'
import { partsOf } from '#calendar/day.ts'
import { arrowLines, loopLines } from './arrow-lines.ts'
import type { MapGraph } from './map-graph.ts'
import type { LaidRow } from './laid-row.ts'
import { offsetOf } from './laid-row.ts'
import type { MapLayout } from './map-layout.ts'
import { mapLayout } from './map-layout.ts'
import type { MapPicture, PictureBand, PictureShape, PictureText } from './map-picture.ts'
import { faces, lengths } from './map-style.ts'
import type { Pill } from './pill-stacks.ts'
import type { Row } from './row-places.ts'
import { sideLines } from './side-lines.ts'
import { setText, textWidth, type TextBlock } from './text-width.ts'

const textAt = (
  { lines, face }: Pick<TextBlock, 'lines' | 'face'>,
  x: number,
  y: number,
  anchor: PictureText['anchor'],
  tone: PictureText['tone'] = 'ink',
): PictureText => ({ lines, face, x, y, anchor, tone })

const stepTexts = (row: LaidRow & Row, x: number): readonly PictureText[] => {
  const { title, limit } = row.shape
  if (row.node.kind === 'decision') {
    return [textAt(title, x + lengths.box / 2, row.middle - title.height / 2, 'middle')]
  }
  const left = x + lengths.pad + (row.node.number === null ? 0 : 2 * lengths.badge + 10)
  const top = row.middle - (title.height + (limit === null ? 0 : limit.height + 3)) / 2
  const under = limit === null ? [] : [textAt(limit, left, top + title.height + 3, 'start', 'quiet')]
  return [textAt(title, left, top, 'start'), ...under]
}

const nodeShapes = ({ rows, columns }: MapLayout): readonly PictureShape[] =>
  rows.map((row) => {
    const x = (columns.lanes[row.node.lane]?.middle ?? 0) - lengths.box / 2
    const y = row.middle - row.height / 2
    const { id, kind, number } = row.node
    return { kind, id, x, y, width: lengths.box, height: row.height, number, texts: stepTexts(row, x) }
  })

const pillShape = (kind: 'entry' | 'exit', pill: Pill, x: number, centre: number): PictureShape => {
  const y = centre + pill.offset - pill.height / 2
  const middle = centre + pill.offset - pill.title.height / 2
  const width = lengths[kind]
  const texts = [textAt(pill.title, x + width / 2, middle, 'middle')]
  return { kind, id: pill.id, x, y, width, height: pill.height, number: null, texts }
}

const pillShapes = ({ rows, columns }: MapLayout): readonly PictureShape[] =>
  rows.flatMap((row) => [
    ...row.entries.map((p) =>
      pillShape('entry', p, columns.left, row.middle + offsetOf(row, 'left', 'in') + row.entryShift),
    ),
    ...row.exits.map((p) =>
      pillShape('exit', p, columns.exits, row.middle + offsetOf(row, 'right', 'exit') + row.exitShift),
    ),
  ])

const laneBands = ({ graph, columns, top, bottom, header }: MapLayout): readonly PictureBand[] =>
  graph.lanes.flatMap((name, i) => {
    const lane = columns.lanes[i]
    if (lane === undefined) return []
    const set = setText([name], lane.width - 20, faces.lane)
    const title = textAt(set, lane.x + lane.width / 2, (top + header - set.height) / 2, 'middle')
    return [{ title, x: lane.x, y: top, width: lane.width, height: bottom - top }]
  })

const stageBands = ({ rows, columns, bottom }: MapLayout): readonly PictureBand[] => {
  const begins = rows.filter(({ stageLine }) => stageLine !== null)
  return begins.flatMap(({ stage, stageLine }, i) => {
    if (stage === null || stageLine === null) return []
    const end = begins[i + 1]?.stageLine ?? bottom
    const title = textAt(stage, columns.left, stageLine + 12, 'start', 'ink')
    const right = (columns.lanes.at(-1)?.x ?? 0) + (columns.lanes.at(-1)?.width ?? 0)
    return [{ title, x: columns.left, y: stageLine, width: right - columns.left, height: end - stageLine }]
  })
}

const footTexts = ({ beside }: MapGraph, x: number, y: number, width: number): readonly PictureText[] => {
  if (beside.length === 0) return []
  const heading = setText(['Beside all the steps'], width, faces.stage)
  const list = setText(
    beside.map(({ title, period }) => `${title}: ${period}`),
    width,
    faces.note,
  )
  return [textAt(heading, x, y, 'start'), textAt(list, x, y + heading.height + 2, 'start')]
}

const keyWords = [
  ['entry', 'Way in'],
  ['step', 'Step'],
  ['decision', 'Decision'],
  ['loop', 'Comes round again'],
  ['exit', 'Way out'],
] as const

const isShown = ({ nodes, entries, leavings }: MapGraph, kind: (typeof keyWords)[number][0]): boolean => {
  if (kind === 'entry') return entries.length > 0
  if (kind === 'exit') return leavings.length > 0
  return nodes.some((node) => node.kind === kind || (kind === 'loop' && node.loop.length > 0))
}

/** Draws a map: every shape, line and text in its place. */
export const drawMap = (graph: MapGraph): MapPicture => {
  const { year } = partsOf(graph.inForce)
  const left = lengths.margin
  const inForce = `In force from ${shortDayInWords(graph.inForce)} ${year}`
  const trial = mapLayout(graph, 0)
  const width = trial.columns.right + lengths.margin
  const heading = setText([graph.title], width - 2 * left, faces.heading)
  const day = setText([inForce], width - 2 * left, faces.small)
  const layout = mapLayout(graph, lengths.margin + heading.height + day.height + 18)
  const arrows = arrowLines(layout)
  const loops = loopLines(layout)
  const sides = sideLines(layout)
  const foot = footTexts(graph, left, layout.bottom + 22, width - 2 * left)
  const last = foot.at(-1)
  const keyTop = last === undefined ? layout.bottom + 24 : last.y + last.lines.length * 17 + 18
  const shown = keyWords.filter(([kind]) => isShown(graph, kind))
  const widthsOfKey = shown.map(([, words]) => 54 + textWidth(words, faces.note) + 22)
  const keyX = shown.map((_, i) => left + widthsOfKey.slice(0, i).reduce((a, b) => a + b, 0))
  return {
    width: Math.ceil(Math.max(width, left + widthsOfKey.reduce((a, b) => a + b, 0))),
    height: Math.ceil(keyTop + 24 + lengths.margin),
    heading: [
      textAt(heading, left, lengths.margin, 'start'),
      textAt(day, left, lengths.margin + heading.height + 2, 'start', 'quiet'),
    ],
    lanes: laneBands(layout),
    laneHeader: layout.header,
    stages: stageBands(layout),
    shapes: [...nodeShapes(layout), ...pillShapes(layout)],
    lines: [...sides.lines, ...arrows.lines, ...loops.lines],
    words: [...sides.words, ...arrows.words, ...loops.words],
    foot: [
      ...foot,
      ...shown.map(([, words], i) =>
        textAt({ lines: [words], face: faces.note }, (keyX[i] ?? 0) + 54, keyTop + 3, 'start', 'quiet'),
      ),
    ],
    key: shown.map(([kind], i) => ({ kind, x: keyX[i] ?? 0, y: keyTop })),
  }
}
