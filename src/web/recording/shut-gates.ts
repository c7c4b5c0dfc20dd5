import { capital } from '#procedure/in-words.ts'
import type { CasePerson } from '#casework/case/case-record.ts'
import type { Recorded, ShutGate } from '#casework/recording/recording.ts'
import type { Lack } from '#engine/gates/gate-lacks.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { textarea } from '../components/textarea.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Said } from '../forms/said.ts'
import { eitherOf } from './deciding.ts'
import type { SupplyLinks } from './supply-links.ts'

type Named = readonly Pick<CasePerson, 'id' | 'name'>[]

/** What a gate lacks, in words with its clause: `Sign-off by the manager (NS-9.2)`. */
export const lackInWords = ({ what, clause, person }: Lack, people: Named): string => {
  const whom = people.find(({ id }) => id === person)?.name
  return `${what}${whom === undefined ? '' : `, for ${whom}`} (${clause})`
}

/** What stands in the way at a gate: what it lacks, or whose it is to decide. */
const wordsFor = (lack: Lack, { deciders }: ShutGate, people: Named): string => {
  const words = lackInWords(lack, people)
  return deciders === undefined ? words : `it is for ${eitherOf(deciders)} to decide. ${words}`
}

const isSoft = (gates: readonly ShutGate[]): boolean => gates.every(({ hard }) => !hard)

/** Whether somebody could go past all that stands in the way. */
export type Passing = { readonly shut: readonly ShutGate[]; readonly mayGoPast: boolean }

export const canPass = ({ shut, mayGoPast }: Passing): boolean => shut.length > 0 && mayGoPast && isSoft(shut)

/** The problems of a recording that was not accepted, each leading to where it can be put right. */
export const problemsOf = (result: Recorded, passing: Passing, people: Named): readonly FieldProblem[] => {
  if (result.kind === 'shut') {
    const field = canPass(passing) ? 'go-past' : 'gate'
    return result.gates.flatMap((gate) =>
      gate.lacks.map((lack) => {
        const words = wordsFor(lack, gate, people)
        return { field, text: gate.deciders === undefined ? `This is lacking: ${words}` : capital(words) }
      }),
    )
  }
  if (result.kind !== 'problems') return []
  return result.problems.map(({ what }) => ({
    field: 'gate',
    text: what
      .replace(/^event e\d+ \([^)]*\): /, '')
      .replaceAll(/"([^"]+)"/g, (id, own: string) => people.find((one) => one.id === own)?.name ?? id),
  }))
}

const advice = (passing: Passing): string => {
  if (passing.shut.every(({ deciders }) => deciders !== undefined))
    return canPass(passing)
      ? 'Nothing was recorded. Ask one of them to record it, or write down why you decide it in their place.'
      : 'Nothing was recorded. Ask one of them to record it. Business support can write it down for them.'
  const first = 'Nothing was recorded. Record what is lacking first: what you typed waits here as a draft.'
  if (!isSoft(passing.shut)) return first
  return passing.mayGoPast
    ? `${first} Or write down why it has to go on without it.`
    : `${first} If it cannot wait, a manager can go past this with a reason.`
}

/** What stands in the way, and for a manager the box in which to give a reason for going past it. */
export const drawShut = (passing: Passing, people: Named, said: Said, supply: SupplyLinks): Html | null => {
  const { shut } = passing
  if (shut.length === 0) return null
  const lacking = shut.flatMap((gate) =>
    gate.lacks.map(
      (lack) =>
        html`<li>${capital(wordsFor(lack, gate, people))}${gate.deciders === undefined && supply(lack)}</li>`,
    ),
  )
  const title = shut.every(({ deciders }) => deciders !== undefined)
    ? 'This is not yours to decide'
    : 'The procedure asks for something first'
  return html`<div class="app-gate" id="gate" tabindex="-1"><h2 class="govuk-heading-m">${title}</h2><ul class="govuk-list govuk-list--bullet">${lacking}</ul><p class="govuk-body">${advice(passing)}</p>${
    canPass(passing) &&
    textarea({
      ...said.text('go-past'),
      label: 'Reason for going past this',
      hint: 'It stays on record with your name. Leave it empty if you would rather wait.',
      rows: 3,
    })
  }</div>`
}
