/** The number that `count` decimal digits make from a place in a text, or -1 where there is anything else. */
export function digitsAt(text: string, from: number, count: number): number {
  let value = 0
  for (let place = from; place < from + count; place += 1) {
    const digit = text.charCodeAt(place) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}
