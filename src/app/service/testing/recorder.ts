import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from './browser.ts'
import { hiddenIn } from './browser.ts'

/** What became of one request: the answer's status and where it leads, or nothing where none came. */
type Answered = { readonly status: number; readonly to: string } | null

/** Somebody who records through the pages, and sends again what was not answered. */
export type Recorder = {
  /** Writes a note with this account in a case until there is an answer; true where that acknowledges it. */
  readonly note: (caseId: string, account: string) => Promise<boolean>
  /** Keeps a draft of a visit, until the service has acknowledged it. */
  readonly draft: (caseId: string, account: string) => Promise<void>
  /** Of every answer that was neither an acknowledgement nor a plain word that the service is away: which it was. */
  readonly strange: string[]
  /** Requests that were sent again. */
  readonly again: () => number
}

const longestAnswer = 15_000
const pause = 300

const away = (answer: Answered): boolean => answer === null || answer.status === 503

/** The value that stands in a box of a page. */
const valueOf = (page: string, name: string): string =>
  new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(page)?.[1] ?? ''

/** @param signal ends the insisting, with a failure: there is nothing left to answer */
export const recorder = (go: Browser, signal: AbortSignal): Recorder => {
  const strange: string[] = []
  let repeats = 0

  const ask = async (path: string, form?: Parameters<Browser>[1]): Promise<readonly [Answered, string]> => {
    let late: NodeJS.Timeout | undefined
    const nothing = new Promise<null>((done) => (late = setTimeout(() => done(null), longestAnswer)))
    try {
      const answer = await Promise.race([go(path, form), nothing])
      if (answer === null) return [null, '']
      const page = await answer.text()
      return [{ status: answer.status, to: answer.headers.get('location') ?? '' }, page]
    } catch {
      return [null, '']
    } finally {
      clearTimeout(late)
    }
  }

  /** Asks until there is an answer. */
  const insist = async (
    path: string,
    form?: Parameters<Browser>[1],
  ): Promise<readonly [NonNullable<Answered>, string]> => {
    for (;;) {
      if (signal.aborted) throw new Error('There was no answer in time.')
      const [answer, page] = await ask(path, form)
      if (answer !== null && !away(answer)) return [answer, page]
      if (answer?.status === 503 && !/The service is not available/.test(page))
        strange.push(`503 without a word: ${page.slice(0, 200)}`)
      repeats += 1
      await sleep(pause)
    }
  }

  const formOf = async (path: string): Promise<Readonly<Record<string, string>>> => {
    const [answer, page] = await insist(path)
    if (answer.status !== 200) strange.push(`GET ${path}: ${answer.status} ${answer.to}`)
    const when = ['at-day', 'at-month', 'at-year', 'at-time'].map((name): readonly [string, string] => [
      name,
      valueOf(page, name),
    ])
    return { ...hiddenIn(page), ...Object.fromEntries<string>(when) }
  }

  return {
    strange,
    again: () => repeats,
    note: async (caseId, account) => {
      const path = `/cases/${caseId}/record/note.recorded`
      const fields = { ...(await formOf(path)), 'f-kind': 'telephone', 'f-account': account }
      const [answer, page] = await insist(path, fields)
      const acknowledged = answer.status === 303 && answer.to === `/cases/${caseId}`
      if (!acknowledged)
        strange.push(
          `POST ${path}: ${answer.status} ${answer.to} ${/error-summary[\s\S]{0,400}/.exec(page)?.[0]}`,
        )
      return acknowledged
    },
    draft: async (caseId, account) => {
      const form = await formOf(`/cases/${caseId}/record/visit.made`)
      const name = form['_form'] ?? ''
      const path = `/drafts/${encodeURIComponent(name)}`
      const [answer] = await insist(path, { ...form, 'f-account': account })
      if (answer.status !== 303) strange.push(`POST ${path}: ${answer.status} ${answer.to}`)
    },
  }
}
