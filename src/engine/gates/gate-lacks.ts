import type { Gate, Requirement } from '#procedure/rules/gate.ts'
import type { Person } from '../case-event.ts'
import { isChild, isThere } from '../case-event.ts'
import type { CompiledCondition, Situation } from '../compiled/compiled-condition.ts'
import type { CompiledGate } from '../compiled/compiled-procedure.ts'
import { peopleNamed } from '../history/entry.ts'

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

const lackOf = ({ id, clause }: Gate, what: string, person: string | null): Lack => ({
  gate: id,
  clause,
  what,
  person,
})

/**
 * What a gate lacks in a situation; nothing when it is open or does not stand there. With no event at hand,
 * what only the event itself can answer is not counted as lacking.
 */
export const lacksOf = ({ gate, when, needs }: CompiledGate, situation: Situation): readonly Lack[] => {
  if (when !== null && when(situation) !== true) return []
  let lacks = none
  for (let i = 0; i < needs.length; i += 1) {
    const { forEach, what } = gate.needs[i] as Requirement
    const condition = needs[i] as CompiledCondition
    if (forEach === null) {
      if (condition(situation) === false) lacks = [...lacks, lackOf(gate, what, null)]
      continue
    }
    for (const person of situation.people)
      if (isAsked(person, forEach, situation) && condition({ ...situation, person }) === false)
        lacks = [...lacks, lackOf(gate, what, person.id)]
  }
  return lacks
}
