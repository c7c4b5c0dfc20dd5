import { encodeQR } from 'qr'
import { attributes, html } from '../../components/html.ts'
import type { Html } from '../../components/html.ts'

/** The black cells of a row, one stroke for those side by side. */
const strokes = (row: readonly boolean[], y: number): string => {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    const from = x
    while (row[x] === true) x += 1
    if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`
  }
  return path
}

/** A text as a square that a phone's camera reads, drawn on the server: nothing of it leaves for elsewhere. */
export const qrCode = (text: string, label: string): Html => {
  const rows = encodeQR(text, 'raw', { border: 4 })
  const size = rows.length
  return html`<svg${attributes({ class: 'app-qr-code', viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' })}><path fill="#fff"${attributes({ d: `M0 0h${size}v${size}h-${size}z` })}/><path fill="#000"${attributes({ d: rows.map(strokes).join('') })}/></svg>`
}
