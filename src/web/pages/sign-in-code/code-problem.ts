import type { CodeEntered } from '#casework/sign-in/second-step.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { tooOftenProblem } from '../sign-in/too-often.ts'

/** What to say of a code that was not accepted. */
export const codeProblem = (
  result: Extract<CodeEntered, { readonly kind: 'wrong' | 'used' | 'too-often' }>,
  wrong: string,
): FieldProblem => {
  if (result.kind === 'too-often') return tooOftenProblem('code', 'wrong codes', result.until)
  if (result.kind === 'wrong') return { field: 'code', text: wrong }
  return { field: 'code', text: 'This code has been used. Wait for your app to show the next one' }
}
