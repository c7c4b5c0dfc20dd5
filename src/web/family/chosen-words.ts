import { valuesAsked } from '#casework/asking/values-asked.ts'
import { waysIn } from '#casework/referrals/ways-in.ts'
import { capital } from '#procedure/in-words.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { usualAnswers, valueWords } from '../recording/field-words.data.ts'
import { spelledOut } from '../recording/questions-of.ts'

/**
 * What somebody chose, in the words in which it was offered: the record keeps `sgcp-step-down` and `service-manager`.
 * Undefined for what they wrote themselves.
 */
export const chosenWords = (
  type: string,
  field: string,
  value: string,
  procedure: Procedure,
): string | undefined => {
  const way = field === 'route' ? waysIn(procedure).find((one) => one.value === value) : undefined
  if (way !== undefined) return way.title
  if (field === 'rule')
    return procedure.clocks.find(({ id }) => id === value)?.title ?? (value === 'all' ? 'All of them' : value)
  const offered = [...(usualAnswers[`${type} ${field}`] ?? []), ...valuesAsked(procedure, type, field)]
  if (offered.includes(value)) return spelledOut(value, procedure)
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(value)) return undefined
  if (field === 'letter' || field === 'route') return valueWords[value] ?? capital(value.replaceAll('-', ' '))
  return valueWords[value] ?? procedure.roles[value]
}
