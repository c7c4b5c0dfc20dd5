import type { AnswerPath } from '#casework/documents/asked.ts'

/** The name of the control of a form's question: `q_actions_2_what`. Ids of fields have no low line. */
export const controlOf = (path: AnswerPath): string => `q_${path.join('_')}`
