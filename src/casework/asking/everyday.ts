/** What happens in the work with any family, whether a procedure has a rule about it or not, and whoever does it. */
export const everyday: ReadonlySet<string> = new Set([
  'contact.made',
  'contact.attempted',
  'visit.made',
  'visit.attempted',
  'note.recorded',
  'concern.raised',
  'consent.given',
  'consent.refused',
  'consent.withdrawn',
  'letter.sent',
  'case.closed',
  'case.reopened',
  'clock.paused',
  'clock.resumed',
])
