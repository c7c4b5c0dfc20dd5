import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** A file as it is served, packed beforehand in each way that browsers take. */
export type ServedAsset = {
  readonly path: string
  readonly type: string
  readonly plain: Buffer
  readonly br: Buffer
  readonly gzip: Buffer
}

const own = (name: string): string => readFileSync(join(import.meta.dirname, 'assets', name), 'utf8')

const systemFonts = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif'

/** GOV.UK's styles without its typeface, which is licensed for gov.uk only. */
export const govukStyles = (): string =>
  readFileSync(fileURLToPath(import.meta.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css')), 'utf8')
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', systemFonts)
    .replace(/\/\*# sourceMappingURL=.*?\*\//, '')

const served = (name: string, type: string, text: string): ServedAsset => {
  const plain = Buffer.from(text)
  const version = createHash('sha256').update(plain).digest('hex').slice(0, 12)
  return {
    path: `/assets/${version}/${name}`,
    type,
    plain,
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    gzip: gzipSync(plain, { level: 9 }),
  }
}

/** All files that pages refer to. Each has its content's version in its path, so that it never has to be asked for twice. */
export const assets = {
  styles: served(
    'alongside.css',
    'text/css; charset=utf-8',
    [govukStyles(), own('alongside.css'), own('family.css'), own('sign-in.css'), own('documents.css')].join(
      '\n',
    ),
  ),
  script: served('alongside.js', 'text/javascript; charset=utf-8', own('alongside.js')),
  icon: served('alongside.svg', 'image/svg+xml', own('alongside.svg')),
} as const
