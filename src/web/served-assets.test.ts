import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { assets } from './served-assets.ts'
import { testServer } from './testing/test-server.ts'

test("the styles have neither the government's typeface nor a file from elsewhere to fetch", () => {
  const css = assets.styles.plain.toString()
  assert.doesNotMatch(css, /GDS Transport|@font-face|@import|url\(['"]?(?:https?:)?\/\//)
  assert.match(css, /system-ui/)
  assert.ok(assets.styles.br.length < 20_000, `${assets.styles.br.length} bytes packed`)
})

test('the script is small enough not to be noticed', () => {
  assert.ok(assets.script.br.length < 2_000, `${assets.script.br.length} bytes packed`)
})

test('a file is served packed as the browser takes it, and never asked for twice', async () => {
  const { server } = await testServer()
  const ask = (accept: string) =>
    server.inject({ url: assets.styles.path, headers: { 'accept-encoding': accept } })
  const [br, gzip, plain] = await Promise.all([ask('gzip, br'), ask('gzip;q=1.0'), ask('identity')])
  assert.equal(br.headers['content-encoding'], 'br')
  assert.deepEqual(brotliDecompressSync(br.rawPayload), assets.styles.plain)
  assert.equal(gzip.headers['content-encoding'], 'gzip')
  assert.deepEqual(gunzipSync(gzip.rawPayload), assets.styles.plain)
  assert.equal(plain.headers['content-encoding'], undefined)
  assert.deepEqual(plain.rawPayload, assets.styles.plain)
  assert.equal(br.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(br.headers['vary'], 'accept-encoding')
  assert.equal((await server.inject('/assets/../server.ts')).statusCode, 404)
  await server.close()
})
