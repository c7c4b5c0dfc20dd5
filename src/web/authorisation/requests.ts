import type { StandardRole } from '#casework/access/actor.ts'
import { detailsSeen } from '#casework/administration/contact-details.ts'
import { nothingKnown } from '#casework/administration/staff-ports.ts'
import type { CaseRecord } from '#casework/case/case-record.ts'
import type { Row } from './read-table.ts'
import type { Councils } from './two-councils.ts'

export type Fields = Readonly<Record<string, string>>

const review = {
  'q_reviewed-on-day': '6',
  'q_reviewed-on-month': '3',
  'q_reviewed-on-year': '2026',
  'q_why-open': 'The family waits for a place',
  'q_what-changed': 'Mornings are calmer',
  'q_right-place': 'close',
}

const discussion = {
  'q_held-on-day': '6',
  'q_held-on-month': '3',
  'q_held-on-year': '2026',
  q_with: 'The manager',
  q_because: 'planned',
  q_said: 'The mornings',
  q_decided: 'Nothing yet',
}

const when = { 'at-day': '6', 'at-month': '3', 'at-year': '2026', 'at-time': '9am' }

/** What is typed on each form, such that it is accepted from somebody who may. */
const typed = (councils: Councils, role: StandardRole): Readonly<Record<string, Fields>> => {
  const worker = councils.actor('practitioner').user
  const [child = '', parent = ''] = councils.family(role, 'own').people.map(({ personId }) => personId)
  const person = `${councils.authority}/${councils.actor(role).user}`
  return {
    '/cases/:id/record/:type (contact.made)': { ...when, 'f-method': 'telephone' },
    '/cases/:id/record/:type (case.allocated)': {
      ...when,
      'f-worker': worker,
      'f-direction': 'See the children',
    },
    '/cases/:id/record/:type (clock.moved)': { ...when },
    '/cases/:id/allocate': { ...when, worker, 'f-direction': 'See the children' },
    '/cases/:id/transfer': { ...when, worker, 'f-reason': 'Moved' },
    '/cases/:id/move/:rule (referral-dealt-with)': {
      'due-day': '12',
      'due-month': '3',
      'due-year': '2026',
      'due-time': '9am',
      reason: 'The family is away.',
    },
    '/cases/:id/entries/:event/correct (e1)': {
      ...when,
      'at-time': '8am',
      'f-route': 'hub',
      why: 'An hour out',
    },
    '/cases/:id/entries/:event/take-back (e1)': { why: 'Another family', knowing: 'yes' },
    '/cases/:id/documents/:document/change (d1)': review,
    '/cases/:id/documents/:document/return (d1)': { reason: 'Say more' },
    '/cases/:id/documents/:document/sign (d1)': {
      who: 'paper',
      name: 'A service manager',
      'signed-day': '6',
      'signed-month': '3',
      'signed-year': '2026',
    },
    '/cases/:id/forms/:form (case-discussion)': discussion,
    '/cases/:id/letters/:letter (first-contact)': {
      to: 'A parent',
      body: 'We should like to meet you.',
      keep: 'yes',
      'was-sent': 'no',
    },
    '/cases/:id/people/add': { name: 'Another One', role: 'child' },
    '/cases/:id/people/:person/change (parent)': { name: 'Another Name', role: 'parent' },
    '/cases/:id/people/:person/remove (parent)': { why: 'Of another family' },
    '/cases/:id/people/name': { name: 'Another' },
    '/cases/:id/relationships/add': { person: parent, kind: 'carer', to: child },
    '/cases/:id/relationships/:relationship (tie)': { kind: 'carer' },
    '/referrals/new': {},
    '/cases/:id/restriction': { who: 'all', reason: 'Nothing to hide' },
    '/administration/service': { 'details-seen': detailsSeen(nothingKnown), name: 'Early Help' },
    '/sign-in': { person },
    '/sign-out': {},
    '/drafts/:form': { 'f-method': 'telephone', _page: '/my-work' },
    '/drafts/:form/discard': { _page: '/my-work' },
  }
}

/**
 * A route's address for one family, or for the message about it, with what stands in brackets in the place of what else
 * varies.
 */
export const addressOf = (
  { messageAbout, families, tieIn }: Pick<Councils, 'messageAbout' | 'families' | 'tieIn'>,
  { url, with: varies }: Pick<Row, 'url' | 'with'>,
  id: string,
): string => {
  const which = url.startsWith('/messages/') ? (messageAbout(id) ?? id) : id
  const inFamily = {
    ':person': families.find((one) => one.id === id)?.people.find((one) => one.id === varies)?.personId,
    ':relationship': tieIn(id),
  }
  return url
    .replace(':id', which)
    .replace(/:(?:person|relationship)/, (name) => inFamily[name as keyof typeof inFamily] ?? id)
    .replace(/:\w+/, varies)
}

/** The address of a route that is about no family: about a draft, or somebody or something of the council's own. */
export const addressWithin = (
  { actor, teams }: Pick<Councils, 'actor' | 'teams'>,
  { url }: Pick<Row, 'url'>,
  form: string,
): string =>
  url
    .replace(':form', form)
    .replace(':user', actor('practitioner').user)
    .replace(':team', teams.own)
    .replace(':day', '2026-03-12')

/** What is sent to a route of a table. */
export const fieldsFor = (
  councils: Councils,
  role: StandardRole,
  { url, with: varies }: Pick<Row, 'url' | 'with'>,
): Fields => typed(councils, role)[varies === '' ? url : `${url} (${varies})`] ?? {}

/** The words by which a family is searched for. */
export const searchFor = (varies: string, { family, reference, people }: CaseRecord): string => {
  if (varies === 'by reference') return reference
  return varies === 'by name' ? family : (people[0]?.name ?? '')
}
