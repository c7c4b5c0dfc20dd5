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

const peopleOf = (
  forEach: NonNullable<Requirement['forEach']>,
  { people, event, day }: Situation,
): readonly Person[] => {
  const there = people.filter((person) => isThere(person, day))
  if (forEach === 'each child') return there.filter(isChild)
  if (forEach === 'each member') return there.filter((person) => person.member)
  const named = event === null ? null : peopleNamed(event)
  return named === null ? there.filter(isChild) : people.filter((person) => named.includes(person.id))
}

const theCase: readonly null[] = [null]
const none: readonly Lack[] = []

/**
 * What a gate lacks in a situation; nothing when it is open or does not stand there. With no event at hand,
 * what only the event itself can answer is not counted as lacking.
 */
export const lacksOf = ({ gate, when, needs }: CompiledGate, situation: Situation): readonly Lack[] => {
  if (when !== null && when(situation) !== true) return []
  let lacks: Lack[] | null = null
  for (let i = 0; i < needs.length; i += 1) {
    const { forEach, what } = gate.needs[i] as Requirement
    const condition = needs[i] as CompiledCondition
    const whom = forEach === null ? theCase : peopleOf(forEach, situation)
    for (const person of whom) {
      if (condition(person === null ? situation : { ...situation, person }) !== false) continue
      lacks ??= []
      lacks.push({ gate: gate.id, clause: gate.clause, what, person: person?.id ?? null })
    }
  }
  return lacks ?? none
}
