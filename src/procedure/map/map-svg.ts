import type { MapPicture, PictureBand, PictureLine, PictureShape, PictureText, Point } from './map-picture.ts'
import { colours, fontStack, lengths } from './map-style.ts'
import { lineHeight } from './text-width.ts'

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as XML may hold it: marks escaped, and characters that XML does not know left out. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"']/g, (mark) => named[mark] ?? '')

const n = (x: number): string => String(Math.round(x * 10) / 10)

const textSvg = ({ lines, face, x, y, anchor, tone }: PictureText): string => {
  const step = lineHeight(face)
  const spans = lines.map(
    (line, i) => `<tspan x="${n(x)}" y="${n(y + i * step + face.size * 0.98)}">${escapeXml(line)}</tspan>`,
  )
  const weight = face.bold ? ' font-weight="600"' : ''
  const place = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  const fill = tone === 'quiet' ? ` fill="${colours.quiet}"` : ''
  return `<text font-size="${face.size}"${weight}${place}${fill}>${spans.join('')}</text>`
}

const laneSvg = ({ title, x, y, width, height }: PictureBand, i: number, header: number): string =>
  [
    `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${i % 2 === 0 ? colours.lane : colours.page}"/>`,
    `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(header - y)}" fill="${colours.header}"/>`,
    `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="none" stroke="${colours.rule}"/>`,
    textSvg(title),
  ].join('\n')

const stageSvg = ({ title, x, y, width }: PictureBand, i: number): string =>
  [
    ...(i === 0
      ? []
      : [`<path d="M${n(x)} ${n(y)}h${n(width)}" stroke="${colours.rule}" stroke-dasharray="6 4"/>`]),
    textSvg(title),
  ].join('\n')

const radius = 7

/** A line with its corners rounded as far as they have room. */
const pathOf = (points: readonly Point[]): string =>
  points
    .map((p, i) => {
      const a = points[i - 1]
      const b = points[i + 1]
      if (a === undefined) return `M${n(p.x)} ${n(p.y)}`
      if (b === undefined) return `L${n(p.x)} ${n(p.y)}`
      const before = Math.abs(a.x - p.x) + Math.abs(a.y - p.y)
      const after = Math.abs(b.x - p.x) + Math.abs(b.y - p.y)
      const r = Math.min(radius, before / 2, after / 2)
      const near = (q: Point): string =>
        `${n(p.x + Math.sign(q.x - p.x) * r)} ${n(p.y + Math.sign(q.y - p.y) * r)}`
      return `L${near(a)}Q${n(p.x)} ${n(p.y)} ${near(b)}`
    })
    .join('')

const lineSvg = ({ kind, from, to, points, head }: PictureLine): string =>
  `<path class="${kind}" data-from="${escapeXml(from)}" data-to="${escapeXml(to)}" d="${pathOf(points)}"${head ? ' marker-end="url(#head)"' : ''}/>`

const diamond = (x: number, y: number, width: number, height: number): string =>
  `<path d="M${n(x)} ${n(y + height / 2)}l${n(width / 2)} ${n(-height / 2)} ${n(width / 2)} ${n(height / 2)} ${n(-width / 2)} ${n(height / 2)}z" fill="${colours.decision}" stroke="${colours.edge}" stroke-width="1.5"/>`

const rounded = (x: number, y: number, width: number, height: number, r: number, paint: string): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(r)}" ${paint}/>`

const outline = (kind: PictureShape['kind'], x: number, y: number, width: number, height: number): string => {
  const edge = `stroke="${colours.edge}"`
  if (kind === 'decision') return diamond(x, y, width, height)
  if (kind === 'step')
    return rounded(x, y, width, height, 5, `fill="${colours.page}" ${edge} stroke-width="1.5"`)
  const r = Math.min(17, height / 2)
  if (kind === 'entry')
    return rounded(x, y, width, height, r, `fill="${colours.way}" ${edge} stroke-width="1.2"`)
  return rounded(x + 1, y + 1, width - 2, height - 2, r - 1, `fill="${colours.end}" ${edge} stroke-width="3"`)
}

const badge = ({ x, y, height, number }: PictureShape): string => {
  if (number === null) return ''
  const cx = x + lengths.pad + lengths.badge
  const cy = y + height / 2
  return (
    `<circle cx="${n(cx)}" cy="${n(cy)}" r="${lengths.badge}" fill="${colours.edge}"/>` +
    `<text font-size="13" font-weight="600" text-anchor="middle" fill="${colours.page}" x="${n(cx)}" y="${n(cy + 4.6)}">${escapeXml(number)}</text>`
  )
}

const shapeSvg = (shape: PictureShape): string => {
  const { kind, id, x, y, width, height, texts } = shape
  const words = texts.map(textSvg).join('')
  return `<g class="${kind}" data-id="${escapeXml(id)}">${outline(kind, x, y, width, height)}${badge(shape)}${words}</g>`
}

const keySvg = ({ kind, x, y }: MapPicture['key'][number]): string =>
  kind === 'loop'
    ? `<path d="M${n(x + 8)} ${n(y + 5)}h22q7 0 7 7t-7 7h-22" fill="none" stroke="${colours.line}" stroke-width="1.5" marker-end="url(#head)"/>`
    : outline(kind, x, y, 44, 22)

/**
 * A map as a picture that every browser and word processor can show, with its text as text.
 *
 * @param about what the picture shows, in words, for those who do not see it
 */
export const mapSvg = (picture: MapPicture, title: string, about: string): string => {
  const { width, height } = picture
  const head =
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="map-title map-about"' +
    ` viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}"` +
    ` font-family="${fontStack}" fill="${colours.ink}">`
  return [
    head,
    `<title id="map-title">${escapeXml(title)}</title>`,
    `<desc id="map-about">${escapeXml(about)}</desc>`,
    `<defs><marker id="head" viewBox="0 0 10 10" refX="9.2" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.8L10 5L0 9.2z" fill="${colours.line}"/></marker></defs>`,
    `<rect width="100%" height="100%" fill="${colours.page}"/>`,
    ...picture.heading.map(textSvg),
    ...picture.lanes.map((lane, i) => laneSvg(lane, i, picture.laneHeader)),
    ...picture.stages.map(stageSvg),
    `<g fill="none" stroke="${colours.line}" stroke-width="1.5">`,
    ...picture.lines.map(lineSvg),
    '</g>',
    ...picture.shapes.map(shapeSvg),
    ...picture.words.map(textSvg),
    ...picture.key.map(keySvg),
    ...picture.foot.map(textSvg),
    '</svg>',
    '',
  ].join('\n')
}
