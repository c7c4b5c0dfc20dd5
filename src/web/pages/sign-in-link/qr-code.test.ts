import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeQR } from 'qr/decode.js'
import { qrCode } from './qr-code.ts'

const scale = 4

/** The picture that a camera would see: the cells of the drawing, each of some pixels. */
const seen = (markup: string): { width: number; height: number; data: Uint8Array } => {
  const size = Number(/viewBox="0 0 (\d+) \d+"/.exec(markup)?.[1])
  const [, black = ''] = [...markup.matchAll(/<path [^>]*d="([^"]*)"/g)].map(([, d]) => d)
  const width = size * scale
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y, long] of (black ?? '').matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
      for (let column = Number(x) * scale; column < (Number(x) + Number(long)) * scale; column += 1)
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
  return { width, height: width, data }
}

test('the square is read by a camera as what was put into it', () => {
  const text =
    'otpauth://totp/Alongside%20South%20Sands:ana.reed%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=x'
  const markup = String(qrCode(text, 'A <label>'))
  assert.equal(decodeQR(seen(markup)), text)
  assert.match(markup, /aria-label="A &lt;label&gt;"/)
  assert.doesNotMatch(markup, /style=|<script/)
})
