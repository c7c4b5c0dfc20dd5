/**
 * Everything that a letter may be filled in with, and that a form may be filled in from.
 * Besides these there are `role: <role>` and `word: <term>`, what the procedure calls them.
 */
export const placeholders = [
  'recipient name',
  'address',
  'family name',
  'children names',
  'child name',
  'child born',
  'parent names',
  'case reference',
  'worker name',
  'worker phone',
  'worker email',
  'manager name',
  'lead name',
  'referrer name',
  'authority name',
  'service name',
  'team name',
  'team phone',
  'team email',
  'team address',
  'date',
  'due date',
  'referral date',
  'decision date',
  'allocation date',
  'visit date',
  'visit time',
  'attempt dates',
  'review date',
  'closing date',
  'meeting date',
  'meeting time',
  'meeting place',
  'meeting number',
  'meeting people',
  'reason',
  'outcome',
  'next steps',
  'services',
  'actions',
] as const

/** Whom a letter or notice may go to besides the roles of the procedure. */
export const otherRecipients = ['worker', 'family', 'referrer', 'professionals'] as const
