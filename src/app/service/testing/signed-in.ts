import { browser, hiddenIn } from './browser.ts'
import type { Browser } from './browser.ts'

/** Somebody on the page for signing in to the demonstration. */
export type Somebody = { readonly value: string; readonly name: string; readonly role: string }

const person =
  /name="person" value="([^"]+)"><span class="app-person__name">([^<]+)<\/span> <span class="app-person__role">([^<]*)</g

/** Whom one can be, in the order of the page. */
export const peopleAt = async (address: string): Promise<readonly Somebody[]> => {
  const page = await (await browser(address)('/sign-in')).text()
  return [...page.matchAll(person)].map(([, value = '', name = '', role = '']) => ({ value, name, role }))
}

/** Signs somebody in, as a person does: the page first, then its form. */
export const signIn = async (
  go: Browser,
  { value }: Pick<Somebody, 'value'>,
  next = '/',
): Promise<string> => {
  const page = await (await go(`/sign-in?next=${encodeURIComponent(next)}`)).text()
  const answer = await go('/sign-in', { ...hiddenIn(page), person: value })
  if (answer.status !== 303) throw new Error(`Nobody was signed in: ${answer.status}`)
  return answer.headers.get('location') ?? ''
}

/** The families on somebody's list, by the id of the case. */
export const familiesOf = async (go: Browser): Promise<readonly string[]> => {
  const page = await (await go('/families')).text()
  return [...new Set([...page.matchAll(/href="\/cases\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id))]
}
