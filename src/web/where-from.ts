import { isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** The eight groups of an address of IPv6, those that `::` stands for among them. */
const groupsOf = (address: string): readonly string[] => {
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter((one) => one !== ''))
  if (tail === undefined) return head
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail]
}

/**
 * Where a request comes from, as attempts are counted. Of IPv6 whoever has one address has the 64 bits behind it as well:
 * it is the network that counts.
 */
export const whereFrom = ({ ip }: Pick<FastifyRequest, 'ip'>): string => {
  const address = ip.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(address)) return address
  const network = groupsOf(address).slice(0, 4)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
