import type { CaseOverview } from '#casework/case/case-overview.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { casePage } from '../../family/case-frame.ts'
import { namesIn } from '../../family/names.ts'
import type { WayToRecord } from '../../family/ways-to-record.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { childrenPart } from './children-part.ts'
import { closingPart } from './closing-part.ts'
import { duePart } from './due-part.ts'
import { latestPart } from './latest-part.ts'
import { nextPart } from './next-part.ts'
import type { Overview } from './overview.ts'
import { recordPart } from './record-part.ts'
import { returnedPart } from './returned-part.ts'
import { stepsPart } from './steps-part.ts'
import { watchesPart } from './watches-part.ts'
import { workerPart } from './worker-part.ts'

/** What only those record who give families to workers. */
const allocating: ReadonlySet<string> = new Set(['case.allocated', 'case.transferred'])

export const caseOverviewView = (
  facts: CaseOverview,
  { way, ...rest }: { readonly way: WayToRecord } & Pick<Overview, 'isTheirs' | 'isOwn' | 'hasList'>,
): Page => {
  const { record, may } = facts
  const all: Overview = {
    ...facts,
    names: namesIn(facts),
    recordAt: (type, of) =>
      (allocating.has(type) ? may.allocate : may.record) ? way(record.id, type, of) : null,
    moveAt: (rule) => (may.goPast ? paths.moveDate(record.id, rule) : null),
    ...rest,
  }
  const main: readonly Part[] = [
    returnedPart(all),
    recordPart(all),
    duePart(all),
    nextPart(all),
    closingPart(all),
  ]
  const side: readonly Part[] = [childrenPart(all), workerPart(all), watchesPart(all), latestPart(all)]
  return casePage(
    facts,
    'overview',
    'Overview',
    html`${stepsPart(all)}<div class="app-record"><div class="app-record__main">${main}</div><div class="app-record__side">${side}</div></div>`,
  )
}
