import type { CaseOverview } from '#casework/case/case-overview.ts'
import type { Names } from '../../family/names.ts'

/** What the parts of the page are drawn from. */
export type Overview = CaseOverview & {
  readonly names: Names
  /** The page that records an event for this case; null where there is none or the reader may not record. */
  readonly recordAt: (type: string, of?: string | null) => string | null
  /** The page that moves the date of what a rule asks for; null where the reader may not. */
  readonly moveAt: (rule: string) => string | null
  /** Whether the reader may record an event at all: a decision of others they may not, and are not asked for it. */
  readonly isTheirs: (type: string) => boolean
  /** Whether the work of a role of the procedure with this family is the reader's own. */
  readonly isOwn: (role: string) => boolean
  readonly hasList: boolean
}
