import type { FieldKind } from './event-field.ts'

type Fields = Readonly<Record<string, FieldKind>>

/**
 * Fields that any event may carry: whom of the family it concerns, the earlier event that it belongs to, and the
 * telling: what happened, what the children said and showed, and apart from both the opinion of whoever writes; and
 * the form or letter that came with it.
 */
export const commonFields: Fields = {
  children: 'people',
  person: 'person',
  of: 'text',
  account: 'text',
  voice: 'text',
  opinion: 'text',
  document: 'text',
}

const outcomes = ['accepted', 'discuss', 'universal', 'advice', 'step-up', 'not-agreed']
const methods = ['telephone', 'letter', 'email', 'in-person']
const closingReasons = [
  'plan-achieved',
  'work-done',
  'escalated',
  'consent-ended',
  'non-engagement',
  'universal',
  'single-agency',
]

const supervision: Fields = {
  kind: ['individual', 'group', 'case', 'formal', 'informal'],
  worker: 'worker',
  closureAgreed: 'yes-no',
  reason: 'text',
}
/** Which line of a form was signed, by whom, and of which version. */
const signature: Fields = {
  signature: 'text',
  name: 'text',
  version: 'number',
  method: ['signed-in', 'on-paper'],
}
const call: Fields = { with: 'text', outcome: 'text', reason: 'text' }
const taf: Fields = {
  date: 'date',
  number: 'number',
  attended: 'texts',
  planAgreed: 'yes-no',
  reviewEvery: 'number',
  final: 'yes-no',
  outcome: 'text',
  method: 'text',
  with: 'texts',
  place: 'text',
  reason: 'text',
}
const assessment: Fields = {
  assessment: 'free',
  with: 'texts',
  familyViews: 'text',
  reason: 'text',
  date: 'date',
}
const plan: Fields = {
  actions: 'actions',
  date: 'date',
  reviewEvery: 'number',
  with: 'texts',
  reason: 'text',
}
const told: Fields = { about: 'texts', with: 'texts', method: 'text', reason: 'text' }
const closing: Fields = { reason: 'text', by: 'text' }

/**
 * The standard events and their data (procedure.md, section 5). The order is also the order in which events
 * of one and the same moment are taken: what a step needs comes before the step.
 */
export const standardEvents: Readonly<Record<string, Fields>> = {
  'worker.started': { role: 'text', band: 'number' },
  'referral.received': {
    route: 'text',
    form: 'text',
    source: 'text',
    reason: 'text',
    urgency: 'text',
    plan: 'yes-no',
    consent: 'yes-no',
    tray: 'text',
  },
  'support-call.requested': call,
  'consent.given': { by: 'text', persons: 'people', scope: 'text', capacity: 'yes-no', form: 'text' },
  'consent.refused': { by: 'text', persons: 'people', scope: 'text', reason: 'text' },
  'consent.withdrawn': { by: 'text', persons: 'people', scope: 'text', reason: 'text' },
  'lead.preferred': { lead: 'text', agency: 'text' },
  'cin-meeting.booked': { date: 'date', place: 'text' },
  'step-down.discussed': { with: 'text', slot: 'text', outcome: 'text', reason: 'text' },
  'threshold-meeting.held': { outcome: outcomes, tier: 'number', reason: 'text' },
  'decision.made': { outcome: outcomes, tier: 'number', reason: 'text', services: 'texts' },
  'waiting-list.joined': { reason: 'text', expected: 'date' },
  'waiting-list.left': { reason: 'text' },
  'support-call.offered': call,
  'support-call.attempted': call,
  'support-call.made': call,
  'support-call.ended': call,
  'case.reopened': { reason: 'text' },
  'case.allocated': {
    worker: 'worker',
    direction: 'text',
    points: 'number',
    assessmentRequired: 'yes-no',
    actions: 'free',
  },
  'case.transferred': { from: 'worker', to: 'worker', reason: 'text' },
  'lead.changed': { lead: 'text', agency: 'text', reason: 'text' },
  'history.read': { items: 'texts' },
  'contact.attempted': { method: methods, with: 'text', outcome: 'text' },
  'contact.made': { method: methods, with: 'text', joint: 'yes-no' },
  'visit.attempted': { purpose: 'text', place: 'text', joint: 'yes-no', reason: 'text' },
  'visit.made': { purpose: 'text', place: 'text', joint: 'yes-no', seen: 'seen', notSeen: 'not-seen' },
  'child.seen': { child: 'person', alone: 'yes-no', reason: 'text', when: 'date' },
  'not-seen.explained': { child: 'person', alone: 'yes-no', reason: 'text', when: 'date' },
  'concern.raised': { to: 'text', reason: 'text', risk: 'text' },
  'note.recorded': { kind: 'text', about: 'people', significant: 'yes-no', occurred: 'moment' },
  'note.finalised': { kind: 'text', about: 'people', significant: 'yes-no', occurred: 'moment' },
  'form.returned': { form: ['consent', 'medical', 'parent-support'] },
  'assessment.directed': assessment,
  'assessment.received': assessment,
  'assessment.started': assessment,
  'assessment.delay-explained': assessment,
  'assessment.completed': assessment,
  'assessment.shared': assessment,
  'assessment.authorised': assessment,
  'assessment.reviewed': assessment,
  'taf.agreed': taf,
  'taf.invited': taf,
  'taf.held': taf,
  'taf.minutes-shared': taf,
  'plan.agreed': plan,
  'plan.revised': plan,
  'plan.shared': plan,
  'action.added': plan,
  'action.agreed': { what: 'text', who: 'text', by: 'date', about: 'text' },
  'action.completed': { what: 'text', who: 'text', actions: 'actions' },
  'review.held': {
    outcome: ['positive', 'no-change', 'deterioration'],
    decision: ['continue', 'end-met', 'end-single-agency', 'end-universal'],
    number: 'number',
    method: 'text',
    reviewEvery: 'number',
    date: 'date',
    with: 'texts',
    reason: 'text',
  },
  'case.discussed': supervision,
  'supervision.held': supervision,
  'supervision.recorded': supervision,
  'supervision.returned': supervision,
  'supervision.signed': { ...supervision, ...signature },
  'supervision.authorised': supervision,
  'case-summary.written': { reason: 'text' },
  'social-work.started': { expectedDays: 'number', reason: 'text' },
  'social-work.ended': { expectedDays: 'number', reason: 'text' },
  'roles.agreed': { with: 'text', expectedDays: 'number' },
  'handover.agreed': { with: 'text', expectedDays: 'number' },
  'feedback.asked': told,
  'feedback.received': told,
  'letter.sent': { ...told, letter: 'text' },
  'family.informed': told,
  'referrer.informed': told,
  'professionals.informed': told,
  'case.reviewed': { by: 'text', reason: 'text' },
  'closure.proposed': closing,
  'closure.agreed': closing,
  'closing-summary.written': closing,
  'closing-summary.submitted': closing,
  'closure.completed': closing,
  'closure.signed-off': closing,
  'case.closed': { reason: closingReasons },
  'document.written': { reason: 'text' },
  'document.revised': { reason: 'text' },
  'document.returned': { reason: 'text' },
  'document.signed': signature,
  'clock.moved': { rule: 'text', subject: 'text', due: 'moment', reason: 'text' },
  'clock.paused': { rule: 'text', reason: 'text' },
  'clock.resumed': { rule: 'text', reason: 'text' },
  'procedure.changed': { to: 'date', reason: 'text' },
  'event.corrected': { of: 'text', reason: 'text', at: 'moment', set: 'free' },
  'event.withdrawn': { of: 'text', reason: 'text' },
}

/** The events of a procedure: the standard ones, with what its own header adds to them or beside them. */
export const eventsOf = (
  added: Readonly<Record<string, Readonly<Record<string, FieldKind>>>>,
): Readonly<Record<string, Fields>> => {
  const all: Record<string, Fields> = { ...standardEvents }
  for (const [type, fields] of Object.entries(added)) all[type] = { ...all[type], ...fields }
  return all
}
