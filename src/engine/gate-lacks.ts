import type { Requirement } from '#procedure/gate.ts'
import type { Person } from './case-event.ts'
import { isChild, isThere } from './case-event.ts'
import type { CompiledCondition, Situation } from './compiled-condition.ts'
import type { CompiledGate } from './compiled-procedure.ts'
import { peopleNamed } from './entry.ts'

/** Something that a gate asks for and that is not on record. */
export type Lack = {
  readonly gate: string
  readonly clause: string
  readonly what: string
  readonly person: string | null
}

/** Whether a gate asks something of this person. */
const isAsked = (
  person: Person,
  forEach: NonNullable<Requirement['forEach']>,
  { event, day }: Situation,
): boolean => {
  const named = forEach === 'each concerned' && event !== null ? peopleNamed(event) : null
  if (named !== null) return named.includes(person.id)
  return isThere(person, day) && (forEach === 'each member' ? person.member : isChild(person))
}

const none: readonly Lack[] = []

/**
 * What a gate lacks in a situation; nothing when it is open or does not stand there. With no event at hand,
 * what only the event itself can answer is not counted as lacking.
 */
export const lacksOf = ({ gate, when, needs }: CompiledGate, situation: Situation): readonly Lack[] => {
  if (when !== null && when(situation) !== true) return []
  let lacks: Lack[] | null = null
  const lack = (what: string, person: string | null): void => {
    lacks ??= []
    lacks.push({ gate: gate.id, clause: gate.clause, what, person })
  }
  for (let i = 0; i < needs.length; i += 1) {
    const { forEach, what } = gate.needs[i] as Requirement
    const condition = needs[i] as CompiledCondition
    if (forEach === null) {
      if (condition(situation) === false) lack(what, null)
      continue
    }
    for (const person of situation.people)
      if (isAsked(person, forEach, situation) && condition({ ...situation, person }) === false)
        lack(what, person.id)
  }
  return lacks ?? none
}
