import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mailSettings } from './mail-settings.ts'

const read = (env: Readonly<Record<string, string>>, baseUrl: string | null = 'https://a.example.org') => {
  const problems: string[] = []
  const settings = mailSettings(
    (name) => env[name] ?? null,
    baseUrl,
    (problem) => void problems.push(problem),
  )
  return { settings, problems }
}

const server = 'smtp://alongside:hidden-word@mail.example.org:587'
const sender = 'Alongside <alongside@example.org>'

describe('the settings of mail', () => {
  it('may all be left out', () => {
    assert.deepEqual(read({}, null), { settings: { smtp: null, digestAt: 480 }, problems: [] })
  })

  it('name a server, who sends, and when the digests are made', () => {
    assert.deepEqual(read({ MAIL: server, MAIL_FROM: sender, DIGEST_AT: '07:30' }), {
      settings: { smtp: { url: server, from: sender }, digestAt: 450 },
      problems: [],
    })
    const bare = read({
      MAIL: 'smtps://mail.example.org',
      MAIL_FROM: 'alongside@example.org',
      DIGEST_AT: '9:05',
    })
    assert.deepEqual([bare.problems, bare.settings.digestAt], [[], 545])
  })

  it('are checked all at once, each problem naming its setting and what to do', () => {
    const { problems } = read({ MAIL: 'mail.example.org', MAIL_FROM: 'Alongside', DIGEST_AT: '8 am' }, null)
    assert.equal(problems.length, 4)
    for (const [name, remedy] of [
      ['MAIL is', /Write it as smtp:/],
      ['BASE_URL is missing', /address at which they reach/],
      ['MAIL_FROM is "Alongside"', /Write it as alongside@example\.org/],
      ['DIGEST_AT is "8 am"', /Write it as 08:00/],
    ] as const)
      assert.match(problems.find((problem) => problem.startsWith(name)) ?? name, remedy)
  })

  it('are wanted together', () => {
    assert.match(read({ MAIL: server }).problems.join(), /^MAIL_FROM is missing/)
    assert.match(read({ MAIL_FROM: sender }).problems.join(), /^MAIL is missing/)
  })

  for (const from of [
    'a@b',
    'a b@example.org',
    '<a@example.org>',
    'A <a@example.org> b',
    'a@example.org\nBcc: b@example.org',
  ])
    it(`refuse ${JSON.stringify(from)} as a sender`, () =>
      assert.match(read({ MAIL: server, MAIL_FROM: from }).problems.join(), /^MAIL_FROM is/))

  for (const time of ['24:00', '8', '08:60', '-1:00', '08:00:00'])
    it(`refuse ${time} as a time of day`, () =>
      assert.match(read({ DIGEST_AT: time }).problems.join(), /^DIGEST_AT is/))

  it('never say a password again', () => {
    const { problems } = read({ MAIL: 'http://alongside:hidden-word@mail', MAIL_FROM: sender })
    assert.equal(problems.length, 1)
    assert.doesNotMatch(problems.join(), /hidden-word/)
  })
})
