/** Where a clause stands on a page: `NS-5.1` at `#NS-5-1`. */
export const clauseAnchor = (clause: string): string => clause.replaceAll(/[^A-Za-z0-9-]/g, '-')

/** Every address of the service, named once. No address holds anything about a person but an id. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  enterPassword: '/sign-in/password',
  enterCode: '/sign-in/code',
  enterRecoveryCode: '/sign-in/recovery-code',
  forgottenPassword: '/sign-in/forgotten-password',
  /** The way in for one person, once: what it is about is known from the token alone. */
  signInLink: (token: string): string => `/sign-in/link/${token}`,
  setUpCodes: (token: string): string => `/sign-in/link/${token}/codes`,
  provider: '/sign-in/provider',
  backFromProvider: '/sign-in/provider/back',
  account: '/account',
  changePassword: '/account/password',
  newRecoveryCodes: '/account/recovery-codes',
  /** Asked by the script to stay signed in. */
  session: '/session',
  draft: (form: string): string => `/drafts/${encodeURIComponent(form)}`,
  discardDraft: (form: string): string => `/drafts/${encodeURIComponent(form)}/discard`,
  myWork: '/my-work',
  referrals: '/referrals',
  newReferral: '/referrals/new',
  families: '/families',
  team: '/team',
  family: (id: string): string => `/cases/${id}`,
  timeline: (id: string): string => `/cases/${id}/timeline`,
  people: (id: string): string => `/cases/${id}/people`,
  addPerson: (id: string): string => `/cases/${id}/people/add`,
  changePerson: (id: string, person: string): string => `/cases/${id}/people/${person}/change`,
  peopleHistory: (id: string): string => `/cases/${id}/people/history`,
  renameFamily: (id: string): string => `/cases/${id}/people/name`,
  relatePeople: (id: string): string => `/cases/${id}/relationships/add`,
  changeRelationship: (id: string, relationship: string): string =>
    `/cases/${id}/relationships/${relationship}`,
  caseProcedure: (id: string): string => `/cases/${id}/procedure`,
  caseClause: (id: string, clause: string): string => `/cases/${id}/procedure#${clauseAnchor(clause)}`,
  caseAudit: (id: string): string => `/cases/${id}/audit`,
  recordList: (id: string): string => `/cases/${id}/record`,
  record: (id: string, type: string): string => `/cases/${id}/record/${type}`,
  correct: (id: string, event: string): string => `/cases/${id}/entries/${event}/correct`,
  takeBack: (id: string, event: string): string => `/cases/${id}/entries/${event}/take-back`,
  documents: (id: string): string => `/cases/${id}/documents`,
  document: (id: string, document: string): string => `/cases/${id}/documents/${document}`,
  changeDocument: (id: string, document: string): string => `/cases/${id}/documents/${document}/change`,
  returnDocument: (id: string, document: string): string => `/cases/${id}/documents/${document}/return`,
  fillForm: (id: string, form: string): string => `/cases/${id}/forms/${form}`,
  writeLetter: (id: string, letter: string): string => `/cases/${id}/letters/${letter}`,
  restriction: (id: string): string => `/cases/${id}/restriction`,
  openRestricted: '/restricted',
  allocate: (id: string): string => `/cases/${id}/allocate`,
  transfer: (id: string): string => `/cases/${id}/transfer`,
  moveDate: (id: string, rule: string): string => `/cases/${id}/move/${rule}`,
  teamBoard: (id: string): string => `/team/${id}`,
  messages: '/messages',
  message: (id: string): string => `/messages/${id}`,
  sendAgain: (id: string): string => `/messages/${id}/send-again`,
  administration: '/administration',
  users: '/administration/users',
  inviteUser: '/administration/users/invite',
  user: (id: string): string => `/administration/users/${id}`,
  inviteAgain: (id: string): string => `/administration/users/${id}/invite-again`,
  teams: '/administration/teams',
  oneTeam: (id: string): string => `/administration/teams/${id}`,
  closures: '/administration/closure-days',
  removeClosure: (day: string): string => `/administration/closure-days/${day}/remove`,
  duty: '/administration/duty',
  administrationHistory: '/administration/history',
  procedure: '/procedure',
  procedureMap: '/procedure/map.svg',
  health: '/health',
  ready: '/ready',
} as const

/** The same for routes, with the names of what varies. */
export const patterns = {
  signInLink: '/sign-in/link/:token',
  setUpCodes: '/sign-in/link/:token/codes',
  draft: '/drafts/:form',
  discardDraft: '/drafts/:form/discard',
  family: '/cases/:id',
  timeline: '/cases/:id/timeline',
  people: '/cases/:id/people',
  addPerson: '/cases/:id/people/add',
  changePerson: '/cases/:id/people/:person/change',
  peopleHistory: '/cases/:id/people/history',
  renameFamily: '/cases/:id/people/name',
  relatePeople: '/cases/:id/relationships/add',
  changeRelationship: '/cases/:id/relationships/:relationship',
  caseProcedure: '/cases/:id/procedure',
  caseAudit: '/cases/:id/audit',
  recordList: '/cases/:id/record',
  record: '/cases/:id/record/:type',
  correct: '/cases/:id/entries/:event/correct',
  takeBack: '/cases/:id/entries/:event/take-back',
  documents: '/cases/:id/documents',
  document: '/cases/:id/documents/:document',
  changeDocument: '/cases/:id/documents/:document/change',
  returnDocument: '/cases/:id/documents/:document/return',
  fillForm: '/cases/:id/forms/:form',
  writeLetter: '/cases/:id/letters/:letter',
  restriction: '/cases/:id/restriction',
  allocate: '/cases/:id/allocate',
  transfer: '/cases/:id/transfer',
  moveDate: '/cases/:id/move/:rule',
  teamBoard: '/team/:id',
  user: '/administration/users/:user',
  inviteAgain: '/administration/users/:user/invite-again',
  oneTeam: '/administration/teams/:team',
  removeClosure: '/administration/closure-days/:day/remove',
  message: '/messages/:id',
  sendAgain: '/messages/:id/send-again',
} as const

/** A path of this service that a request names as the place to go on to; undefined for anything else. */
export const ownPath = (text: unknown): string | undefined =>
  typeof text === 'string' && text.length <= 300 && /^\/(?![/\\])[\w\-./?=&%:]*$/.test(text)
    ? text
    : undefined

/** `path` with a query; what is undefined is left out. */
export const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const said = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined)
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`
}
