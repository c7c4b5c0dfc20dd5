import type { CaseRecord } from '#casework/case/case-record.ts'
import type { Changing } from '#casework/ports.ts'

/** Queues a message about a family, and gives its id. */
export const messageAbout = async (
  store: Changing,
  { id, reference, restrictedTo }: CaseRecord,
): Promise<string> => {
  await store.send({
    kind: 'notice',
    to: { kind: 'role', role: 'manager' },
    caseId: id,
    subject: 'A referral has come',
    body: `${reference}: a referral has come.`,
  })
  const about = { user: restrictedTo?.[0] ?? '', everywhere: true, teams: [], own: false }
  const [message] = await store.messages({ state: null, about, to: null, before: null, limit: 1 })
  return message?.id ?? ''
}
