/** What an entry has to say besides its day, to tell anybody anything: one of these fields, or the telling in words. */
export type MustSay = {
  readonly any: readonly string[]
  /** What to do where nothing of it is said. */
  readonly otherwise: string
}

/**
 * By event. What a form records is said by the form. Not here are events that a field of `field-words.data.ts` makes
 * mean something, and those that say all by themselves: the assessment was authorised, the record signed, the case put on
 * no list any more, the door not opened.
 */
export const mustSay: Readonly<Record<string, MustSay>> = {
  'action.added': { any: ['actions'], otherwise: 'Enter at least one action' },
  'assessment.completed': {
    any: ['assessment', 'assessment.worries', 'assessment.strengths', 'familyViews'],
    otherwise: 'Enter what the assessment found, or where it is kept',
  },
  'assessment.directed': { any: ['reason'], otherwise: 'Enter why it has to be done again' },
  'assessment.received': {
    any: ['with', 'assessment', 'assessment.worries', 'assessment.strengths'],
    otherwise: 'Enter who did the assessment',
  },
  'assessment.reviewed': { any: ['reason', 'familyViews'], otherwise: 'Enter what the review found' },
  'assessment.shared': { any: ['with'], otherwise: 'Choose with whom it was shared' },
  'case-summary.written': { any: ['reason'], otherwise: 'Enter the summary, or where it is kept' },
  'case.discussed': { any: ['closureAgreed'], otherwise: 'Enter what was discussed' },
  'case.reopened': { any: ['reason'], otherwise: 'Enter why the case is reopened' },
  'case.reviewed': { any: ['reason'], otherwise: 'Enter what the review found' },
  'cin-meeting.booked': { any: ['date'], otherwise: 'Enter the date of the meeting' },
  'closing-summary.written': { any: [], otherwise: 'Enter the summary, or where it is kept' },
  'closure.agreed': { any: ['reason'], otherwise: 'Enter why the case can close' },
  'closure.proposed': { any: ['reason'], otherwise: 'Enter why the case could close' },
  'consent.given': { any: ['by'], otherwise: 'Choose who gave consent' },
  'consent.refused': { any: ['by'], otherwise: 'Choose who refused consent' },
  'consent.withdrawn': { any: ['by'], otherwise: 'Choose who withdrew consent' },
  'delay.taken-up': { any: ['reason'], otherwise: 'Enter what you did about the delay' },
  'family.informed': { any: ['about'], otherwise: 'Enter what the family was told' },
  'feedback.asked': { any: ['with', 'method'], otherwise: 'Enter who was asked' },
  'feedback.received': { any: ['about'], otherwise: 'Enter what the feedback says' },
  'half-year.asked': { any: ['holding', 'reason'], otherwise: 'Choose whether the plan is holding' },
  'handover.agreed': { any: ['with'], otherwise: 'Enter with whom it was agreed' },
  'history.read': { any: ['items'], otherwise: 'Enter what was read' },
  'lead.changed': { any: ['lead', 'agency'], otherwise: 'Enter who leads from now on' },
  'lead.preferred': { any: ['lead', 'agency'], otherwise: 'Enter whom the family would like' },
  'letter.sent': { any: ['letter'], otherwise: 'Say which letter was sent' },
  'panel.listed': { any: ['date'], otherwise: 'Enter the date of the panel' },
  'papers.sent': { any: ['with'], otherwise: 'Enter to whom the papers were sent' },
  'plan.agreed': { any: ['actions'], otherwise: 'Enter at least one action, or what was agreed' },
  'plan.held-on': { any: ['reason'], otherwise: 'Choose why the plan is on hold' },
  'plan.revised': { any: ['actions', 'reason'], otherwise: 'Enter what has changed in the plan' },
  'plan.shared': { any: ['with'], otherwise: 'Enter with whom it was shared' },
  'professionals.informed': {
    any: ['with', 'about'],
    otherwise: 'Enter who was told, or what they were told',
  },
  'referral.received': {
    any: ['source', 'reason', 'tray'],
    otherwise: 'Enter who referred the family, or what they ask for',
  },
  'referrer.informed': { any: ['about'], otherwise: 'Enter what the referrer was told' },
  'request.checked': { any: ['complete'], otherwise: 'Choose whether the request is complete' },
  'roles.agreed': { any: ['with'], otherwise: 'Enter with whom they were agreed' },
  'step-down.discussed': { any: ['with', 'outcome'], otherwise: 'Choose with whom it was discussed' },
  'supervision.recorded': { any: [], otherwise: 'Enter what was agreed, or where the record is kept' },
  'supervision.returned': { any: ['reason'], otherwise: 'Enter what has to be changed' },
  'support-call.ended': { any: ['reason'], otherwise: 'Enter why the calls end' },
  'support-call.made': { any: ['outcome', 'with'], otherwise: 'Enter what came of the call' },
  'taf.agreed': { any: ['date'], otherwise: 'Enter the date of the meeting' },
  'taf.held': {
    any: ['attended', 'outcome', 'planAgreed', 'final', 'ourPart'],
    otherwise: 'Enter who was there, or what came of the meeting',
  },
  'taf.invited': { any: ['with'], otherwise: 'Enter who was invited' },
  'taf.minutes-shared': { any: ['with'], otherwise: 'Enter with whom the minutes were shared' },
  'waiting-list.joined': { any: ['reason', 'expected'], otherwise: 'Enter why the family waits' },
}
