import type { Instant } from '#calendar/instant.ts'
import type { Making } from './making.ts'
import { countOf } from './making.ts'
import { plan, simple } from './plan.ts'

const DAY = 86_400_000

const ordinary: Readonly<Record<string, number>> = {
  'note.recorded': 5,
  'contact.made': 4,
  'contact.attempted': 1,
  'visit.made': 3,
  'visit.attempted': 0.6,
  'case.discussed': 1,
  'supervision.held': 1,
}

const ordinaryTypes = Object.keys(ordinary)

/** What the procedure asks for anyway happens less by itself. */
const weightOf = (type: string, { dueBy }: Making): number =>
  (ordinary[type] ?? 0) * (dueBy.has(type) ? 0.25 : 1)

const visitedLately = ({ history }: Making, at: Instant): boolean =>
  at - (history.entries.findLast(({ type }) => type === 'visit.made')?.at ?? 0) < 5 * DAY

/** Whether somebody works with the family by now. */
export const begun = (making: Making): boolean =>
  ['case.allocated', 'contact.made', 'visit.made', 'assessment.started'].some(
    (type) => countOf(making, type) > 0,
  )

/** Something that happens in the course of the work, asked for by no rule; now and then something unusual. */
export const planEveryday = (making: Making, planned: Instant): void => {
  const { outline, chance } = making
  const rare = outline.happenings.filter((type) => !(type in ordinary) && countOf(making, type) === 0)
  const happening = chance.share(0.05) ? rare[chance.whole(0, rare.length - 1)] : undefined
  const usual = chance.weighted(ordinaryTypes, (one) => weightOf(one, making)) ?? 'note.recorded'
  const isCounted = Number.isFinite(making.most)
  plan(making, planned, (at) => {
    const wanted = isCounted || begun(making) ? (happening ?? usual) : 'note.recorded'
    const type = wanted === 'visit.made' && visitedLately(making, at) ? 'contact.made' : wanted
    const leads = type === 'case.discussed' || type === 'supervision.held'
    return simple(making, type, leads ? outline.manager : outline.worker)(at)
  })
}
