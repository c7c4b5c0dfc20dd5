import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whereFrom } from './where-from.ts'

test('attempts are counted for an address of IPv4, and for a network of IPv6', () => {
  const said: readonly (readonly [ip: string, where: string])[] = [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8:1:3::9', '2001:db8:1:3::/64'],
  ]
  for (const [ip, where] of said) assert.equal(whereFrom({ ip }), where, ip)
})
