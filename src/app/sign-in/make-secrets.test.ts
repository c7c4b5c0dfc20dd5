import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Instant } from '#calendar/instant.ts'
import { makeSecrets } from './make-secrets.ts'

const one = 'a secret of more than thirty-two characters'
const other = 'another secret of more than thirty-two characters'
const secrets = makeSecrets([one])

/** The seed of the examples of RFC 6238, in base 32. */
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => (seconds * 1000) as Instant

describe('passwords', () => {
  it('are hashed by argon2id, each time to something else', async () => {
    const [first, second] = [
      await secrets.hashPassword('three random words'),
      await secrets.hashPassword('three random words'),
    ]
    assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.notEqual(first, second)
    assert.equal(await secrets.isPassword('three random words', first), true)
    assert.equal(await secrets.isPassword('three random word', first), false)
    assert.equal(await secrets.isPassword('', first), false)
  })

  it('take as long to refuse for nobody as for somebody', async () => {
    const known = await secrets.hashPassword('three random words')
    await secrets.isPassword('warm up', null)
    const time = async (hash: string | null): Promise<number> => {
      const began = performance.now()
      for (let i = 0; i < 8; i += 1) assert.equal(await secrets.isPassword('wrong', hash), false)
      return performance.now() - began
    }
    const [nobody, somebody] = [await time(null), await time(known)]
    assert.ok(nobody > somebody / 3 && nobody < somebody * 3, `${nobody} and ${somebody} ms`)
  })
})

describe('codes', () => {
  it('are those of RFC 6238', () => {
    assert.equal(secrets.stepOf(seed, '287082', at(59)), 1)
    assert.equal(secrets.stepOf(seed, '005924', at(1_234_567_890)), 41_152_263)
  })

  it('are taken half a minute early or late, and no more', () => {
    const found = [-60, -30, 0, 30, 60].map((off) => secrets.stepOf(seed, '005924', at(1_234_567_890 + off)))
    assert.deepEqual(found, [null, 41_152_263, 41_152_263, 41_152_263, null])
  })

  it('are six digits and nothing else', () => {
    for (const code of ['', '5924', '0059240', '00592a', '005 924', 'constructor'])
      assert.equal(secrets.stepOf(seed, code, at(1_234_567_890)), null)
  })

  it('come from secrets of 160 bits, each another', () => {
    const made = Array.from({ length: 20 }, () => secrets.newCodeSecret())
    assert.equal(new Set(made).size, 20)
    for (const secret of made) assert.match(secret, /^[A-Z2-7]{32}$/)
  })
})

describe('what cannot be guessed', () => {
  it('is long: tokens of 256 bits, ten recovery codes of 80', () => {
    assert.match(secrets.newToken(), /^[\w-]{43}$/)
    assert.notEqual(secrets.newToken(), secrets.newToken())
    const codes = secrets.newRecoveryCodes()
    assert.equal(new Set(codes).size, 10)
    for (const code of codes) assert.match(code, /^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('is kept as a digest, with a key where it could be guessed', () => {
    assert.equal(secrets.digestOf('a'), 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb')
    assert.notEqual(secrets.keyedDigestOf('a'), secrets.digestOf('a'))
    assert.notEqual(secrets.keyedDigestOf('a'), makeSecrets([other]).keyedDigestOf('a'))
  })
})

describe('what is sealed', () => {
  it('opens with the same secret, also once it is an old one, and with no other', () => {
    const sealed = secrets.seal(seed)
    assert.equal(sealed.includes(seed), false)
    assert.notEqual(sealed, secrets.seal(seed))
    assert.equal(secrets.open(sealed), seed)
    assert.equal(makeSecrets([other, one]).open(sealed), seed)
    assert.equal(makeSecrets([other]).open(sealed), null)
  })

  it('does not open where it was changed, or is something else', () => {
    const sealed = secrets.seal(seed)
    const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`
    for (const text of [changed, '', 'short', sealed.slice(0, 20)]) assert.equal(secrets.open(text), null)
  })
})
