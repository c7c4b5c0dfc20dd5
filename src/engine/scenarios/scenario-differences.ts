import type { Assessment } from '../assess.ts'
import { assessmentJson } from '../assessment-json.ts'
import type { ExpectedObligation, Then } from './scenario.ts'

type Json = ReturnType<typeof assessmentJson>
type ObligationJson = Json['obligations'][number]

const shown = (value: unknown): string =>
  value === null || value === undefined ? 'nothing' : JSON.stringify(value)

/** Two dates agree when the expected one says as much as was written: an instant may leave out its offset. */
const agrees = (expected: unknown, found: unknown): boolean =>
  expected === found ||
  (typeof expected === 'string' &&
    typeof found === 'string' &&
    expected.includes('T') &&
    found.startsWith(expected)) ||
  (Array.isArray(expected) && JSON.stringify(expected) === JSON.stringify(found))

const differing = (
  name: string,
  expected: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
): readonly string[] =>
  Object.entries(expected).flatMap(([key, value]) =>
    value === undefined || agrees(value, found[key])
      ? []
      : [`${name}: expected ${key} ${shown(value)}, found ${shown(found[key])}`],
  )

const subjectId = ({ subject }: ObligationJson): string => (subject.kind === 'case' ? 'case' : subject.id)

const obligationDiffers = (
  expected: ExpectedObligation,
  all: readonly ObligationJson[],
): readonly string[] => {
  const { rule, subject, startedBy, about, none, undecided, because, ...rest } = expected
  const found = all.filter(
    (one) =>
      one.rule === rule &&
      (subject === undefined || subjectId(one) === subject) &&
      (startedBy === undefined || one.startedBy === startedBy) &&
      (about === undefined || one.about === about),
  )
  const name = [rule, subject, startedBy].filter((part) => part !== undefined).join(' / ')
  if (none === true)
    return found.length === 0
      ? []
      : [`${name}: expected none, found ${found.map((one) => one.standing).join(', ')}`]
  const [only, second] = found
  if (only === undefined) return [`${name}: expected one, found none`]
  if (second !== undefined)
    return [
      `${name}: there are ${found.length} (started by ${found.map((one) => `${one.startedBy} for ${subjectId(one)}`).join(', ')}); say which with subject or startedBy`,
    ]
  const decided = undecided === undefined || undecided === (only.undecided !== null)
  return [
    ...(decided
      ? []
      : [`${name}: expected ${undecided ? '' : 'not '}to be left to a person, found due ${shown(only.due)}`]),
    ...(because === undefined || only.because.includes(because)
      ? []
      : [`${name}: expected the explanation to say "${because}", found "${only.because}"`]),
    ...differing(name, rest, only),
  ]
}

const gateDiffers = (
  expected: NonNullable<Then['gates']>[number],
  gates: Assessment['gates'],
): readonly string[] => {
  const lacks = gates
    .flatMap((gate) => gate.lacks)
    .filter((lack) => lack.gate === expected.gate)
    .map(({ what, person }) => (person === null ? what : `${what} for ${person}`))
  const name = `gate ${expected.gate}`
  const says = lacks.length === 0 ? 'nothing lacks' : `lacks ${lacks.join('; ')}`
  if (expected.open !== undefined && expected.open !== (lacks.length === 0))
    return [`${name}: expected ${expected.open ? 'open' : 'shut'}, found that ${says}`]
  const missing = (expected.lacks ?? []).filter((what) => !lacks.some((lack) => lack.includes(what)))
  return missing.length === 0
    ? []
    : [`${name}: expected it to lack ${missing.join('; ')}, found that ${says}`]
}

const watchDiffers = (
  expected: NonNullable<Then['watches']>[number],
  watches: Json['watches'],
): readonly string[] => {
  const { watch, subject, ...rest } = expected
  const found = watches.find(
    (one) =>
      one.watch === watch &&
      (subject === undefined || (one.subject.kind !== 'case' && one.subject.id === subject)),
  )
  if (found === undefined) return [`watch ${watch}: expected one, found none`]
  return differing(`watch ${watch}`, rest, found)
}

const listDiffers = (
  kind: string,
  wanted: readonly string[] | undefined,
  unwanted: readonly string[] | undefined,
  found: readonly string[],
): readonly string[] => [
  ...(wanted ?? []).filter((id) => !found.includes(id)).map((id) => `${kind} ${id}: expected, not found`),
  ...(unwanted ?? [])
    .filter((id) => found.includes(id))
    .map((id) => `${kind} ${id}: not expected, but found`),
]

/** Where an assessment is not what a scenario says; empty when it holds. */
export const differences = (then: Then, assessment: Assessment): readonly string[] => {
  const json = assessmentJson(assessment)
  const { step, closed } = then
  return [
    ...(step === undefined || step === json.step
      ? []
      : [`expected step ${shown(step)}, found ${shown(json.step)}`]),
    ...(closed === undefined || closed === json.closed
      ? []
      : [`expected ${closed ? 'closed' : 'open'}, found the other`]),
    ...(then.obligations ?? []).flatMap((one) => obligationDiffers(one, json.obligations)),
    ...(then.gates ?? []).flatMap((one) => gateDiffers(one, assessment.gates)),
    ...(then.watches ?? []).flatMap((one) => watchDiffers(one, json.watches)),
    ...listDiffers(
      'prompt',
      then.prompts,
      then['no-prompts'],
      json.prompts.map((one) => one.prompt),
    ),
    ...listDiffers(
      'notice',
      then.notices,
      then['no-notices'],
      json.notices.map((one) => one.notice),
    ),
    ...listDiffers(
      'option',
      then.options,
      then['no-options'],
      json.options.map((one) => one.option),
    ),
    ...listDiffers(
      'decision',
      then.decisions,
      then['no-decisions'],
      json.decisions.map((one) => one.decision),
    ),
  ]
}
