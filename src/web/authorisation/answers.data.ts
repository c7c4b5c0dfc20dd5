import type { StandardRole } from '#casework/actor.ts'

/** How a family stands to somebody of the team East. */
export const kinds = [
  'own',
  'of the team',
  'of no team yet',
  'of another team',
  'restricted to them',
  'restricted to others',
  'of another authority',
] as const

export type Kind = (typeof kinds)[number]

/** The columns of the tables, from left to right. */
export const columns = [
  'practitioner',
  'senior-practitioner',
  'manager',
  'duty-manager',
  'service-manager',
  'business-support',
  'quality-lead',
  'partner',
  'social-care-manager',
  'practice-lead',
  'administrator',
  'family-member',
] as const satisfies readonly StandardRole[]

/*
 * Each cell has a mark for every kind of family, in the order above:
 *
 *   o  it opens, or is done
 *   x  refused: one may see the family and not do this (403)
 *   .  not found: the answer is the same as for a family that there is none of (404)
 *
 * Nobody but those whom it names sees a restricted family, and nobody one of another authority, so the sixth and the
 * seventh mark are a dot in every cell.
 */

/** Pages about one family. What stands in brackets is what varies beside the family. */
export const ofOneFamily = `
                                                    practit senior  manager duty    service support quality partner social  lead    admin   family
GET  /cases/:id                                     ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. ooooo.. o...... ....... ....... ....... .......
GET  /cases/:id/timeline                            ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. ooooo.. o...... ....... ....... ....... .......
GET  /cases/:id/people                              ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. ooooo.. o...... ....... ....... ....... .......
GET  /cases/:id/people/history                      ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. ooooo.. o...... ....... ....... ....... .......
GET  /cases/:id/people/add                          ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/people/add                          ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /cases/:id/people/:person/change (parent)      ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/people/:person/change (parent)      ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /cases/:id/people/:person/remove (parent)      ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/people/:person/remove (parent)      ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /cases/:id/people/name                         ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/people/name                         ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /cases/:id/relationships/add                   ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/relationships/add                   ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /cases/:id/relationships/:relationship (tie)   ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/relationships/:relationship (tie)   ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /cases/:id/procedure                           ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. ooooo.. o...... ....... ....... ....... .......
GET  /cases/:id/audit                               ....... ....... ooo.o.. ooooo.. ooooo.. ....... ooooo.. ....... ....... ....... ....... .......
GET  /cases/:id/record                              ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /cases/:id/record/:type (contact.made)         ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/record/:type (contact.made)         ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /cases/:id/record/:type (case.allocated)       ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/record/:type (case.allocated)       ....... ....... ....... ....... ....... ....... xxxxx.. ....... ....... ....... ....... .......
POST /cases/:id/record/:type (clock.moved)          ....... ....... ....... ....... ....... ....... xxxxx.. ....... ....... ....... ....... .......
GET  /cases/:id/documents                           ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. ooooo.. o...... ....... ....... ....... .......
GET  /cases/:id/documents/:document (d1)            ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. ooooo.. o...... ....... ....... ....... .......
GET  /cases/:id/documents/:document/change (d1)     ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/documents/:document/change (d1)     ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /cases/:id/documents/:document/return (d1)     xxx.x.. ooo.o.. ooo.o.. ooooo.. ooooo.. xxx.x.. xxxxx.. x...... ....... ....... ....... .......
POST /cases/:id/documents/:document/return (d1)     xxx.x.. ooo.o.. ooo.o.. ooooo.. ooooo.. xxx.x.. xxxxx.. x...... ....... ....... ....... .......
GET  /cases/:id/forms/:form (long-case-review)      ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/forms/:form (long-case-review)      ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /cases/:id/letters/:letter (first-contact)     ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/letters/:letter (first-contact)     ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /cases/:id/allocate                            xxx.x.. ooo.o.. ooo.o.. ooooo.. ooooo.. xxx.x.. xxxxx.. x...... ....... ....... ....... .......
POST /cases/:id/allocate                            xxx.x.. ooo.o.. ooo.o.. ooooo.. ooooo.. xxx.x.. xxxxx.. x...... ....... ....... ....... .......
GET  /cases/:id/transfer                            xxx.x.. ooo.o.. ooo.o.. ooooo.. ooooo.. xxx.x.. xxxxx.. x...... ....... ....... ....... .......
POST /cases/:id/transfer                            xxx.x.. ooo.o.. ooo.o.. ooooo.. ooooo.. xxx.x.. xxxxx.. x...... ....... ....... ....... .......
GET  /cases/:id/move/:rule (referral-dealt-with)    xxx.x.. xxx.x.. ooo.o.. ooooo.. ooooo.. xxx.x.. xxxxx.. x...... ....... ....... ....... .......
POST /cases/:id/move/:rule (referral-dealt-with)    xxx.x.. xxx.x.. ooo.o.. ooooo.. ooooo.. xxx.x.. xxxxx.. x...... ....... ....... ....... .......
GET  /cases/:id/entries/:event/correct (e1)         ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/entries/:event/correct (e1)         ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /cases/:id/entries/:event/take-back (e1)       ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
POST /cases/:id/entries/:event/take-back (e1)       ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. xxxxx.. o...... ....... ....... ....... .......
GET  /messages/:id                                  ....... ....... ooo.o.. ooooo.. ooooo.. ....... ....... ....... ....... ....... ....... .......
POST /messages/:id/send-again                       ....... ....... ooo.o.. ooooo.. ooooo.. ....... ....... ....... ....... ....... ....... .......
GET  /cases/:id/restriction                         xxx.x.. xxx.x.. ooo.o.. ooooo.. ooooo.. xxx.x.. xxxxx.. x...... ....... ....... ....... .......
POST /cases/:id/restriction                         xxx.x.. xxx.x.. ooo.o.. ooooo.. ooooo.. xxx.x.. xxxxx.. x...... ....... ....... ....... .......
`

/**
 * Pages that list families: a mark for each kind says whether one of it is shown. A single mark says that the whole page is
 * refused, as above.
 */
export const lists = `
                                                    practit senior  manager duty    service support quality partner social  lead    admin   family
GET  /my-work                                        o...... o...... oo..... oo..o.. o...... o...... o...... o...... ....... ....... ....... .......
GET  /referrals                                     ..o.o.. ..o.o.. ..o.o.. ..o.o.. ..o.o.. ..o.o.. ..o.o.. ....... ....... ....... ....... .......
GET  /families                                      o...... o...... o...... o...... o...... o...... o...... o...... x       x       x       x
POST /families (by name)                            ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. ooooo.. o...... x       x       x       x
POST /families (by reference)                       ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. ooooo.. o...... x       x       x       x
POST /families (by a person)                        ooo.o.. ooo.o.. ooo.o.. ooooo.. ooooo.. ooo.o.. ooooo.. o...... x       x       x       x
GET  /team/:id (own)                                oo..o.. oo..o.. oo..o.. oo..o.. oo..o.. oo..o.. oo..o.. .       .       .       .       .
GET  /team/:id (other)                              .       .       .       ...o... ...o... .       ...o... .       .       .       .       .
GET  /team/:id (elsewhere)                          .       .       .       .       .       .       .       .       .       .       .       .
GET  /messages                                      x       x       ooo.o.. ooooo.. ooooo.. x       x       x       x       x       ....... x
`

/** Pages about no family. None of them has a word of one. */
export const ofNoFamily = `
                                                    practit senior  manager duty    service support quality partner social  lead    admin   family
GET  /                                              o       o       o       o       o       o       o       o       o       o       o       o
GET  /health                                        o       o       o       o       o       o       o       o       o       o       o       o
GET  /ready                                         o       o       o       o       o       o       o       o       o       o       o       o
GET  /session                                       o       o       o       o       o       o       o       o       o       o       o       o
GET  /sign-in                                       o       o       o       o       o       o       o       o       o       o       o       o
POST /sign-in                                       o       o       o       o       o       o       o       o       o       o       o       o
POST /sign-in/password                              .       .       .       .       .       .       .       .       .       .       .       .
GET  /sign-in/code                                  o       o       o       o       o       o       o       o       o       o       o       o
POST /sign-in/code                                  o       o       o       o       o       o       o       o       o       o       o       o
GET  /sign-in/recovery-code                         o       o       o       o       o       o       o       o       o       o       o       o
POST /sign-in/recovery-code                         o       o       o       o       o       o       o       o       o       o       o       o
GET  /sign-in/link/:token                           .       .       .       .       .       .       .       .       .       .       .       .
POST /sign-in/link/:token                           .       .       .       .       .       .       .       .       .       .       .       .
GET  /sign-in/link/:token/codes                     .       .       .       .       .       .       .       .       .       .       .       .
POST /sign-in/link/:token/codes                     .       .       .       .       .       .       .       .       .       .       .       .
GET  /sign-in/provider                              .       .       .       .       .       .       .       .       .       .       .       .
GET  /sign-in/provider/back                         .       .       .       .       .       .       .       .       .       .       .       .
GET  /sign-in/forgotten-password                    .       .       .       .       .       .       .       .       .       .       .       .
POST /sign-in/forgotten-password                    .       .       .       .       .       .       .       .       .       .       .       .
GET  /team                                          o       o       o       o       o       o       o       o       o       o       o       o
GET  /procedure                                     o       o       o       o       o       o       o       o       o       o       o       o
GET  /procedure/map.svg                             o       o       o       o       o       o       o       o       o       o       o       o
GET  /referrals/new                                 o       o       o       o       o       o       x       o       o       x       x       x
POST /referrals/new                                 o       o       o       o       o       o       x       o       o       x       x       x
GET  /administration                                x       x       x       x       x       x       x       x       x       x       o       x
GET  /administration/users                          x       x       x       x       x       x       x       x       x       x       o       x
POST /administration/users                          x       x       x       x       x       x       x       x       x       x       o       x
GET  /administration/users/invite                   x       x       x       x       x       x       x       x       x       x       o       x
POST /administration/users/invite                   x       x       x       x       x       x       x       x       x       x       o       x
GET  /administration/users/:user                    x       x       x       x       x       x       x       x       x       x       o       x
POST /administration/users/:user                    x       x       x       x       x       x       x       x       x       x       o       x
POST /administration/users/:user/invite-again       x       x       x       x       x       x       x       x       x       x       o       x
GET  /administration/teams                          x       x       x       x       x       x       x       x       x       x       o       x
POST /administration/teams                          x       x       x       x       x       x       x       x       x       x       o       x
GET  /administration/teams/:team                    x       x       x       x       x       x       x       x       x       x       o       x
POST /administration/teams/:team                    x       x       x       x       x       x       x       x       x       x       o       x
GET  /administration/service                        x       x       x       x       x       x       x       x       x       x       o       x
POST /administration/service                        x       x       x       x       x       x       x       x       x       x       o       x
GET  /administration/closure-days                   x       x       x       x       x       x       x       x       x       x       o       x
POST /administration/closure-days                   x       x       x       x       x       x       x       x       x       x       o       x
POST /administration/closure-days/:day/remove       x       x       x       x       x       x       x       x       x       x       .       x
GET  /administration/duty                           x       x       x       x       x       x       x       x       x       x       o       x
POST /administration/duty                           x       x       x       x       x       x       x       x       x       x       o       x
GET  /administration/history                        x       x       x       x       x       x       x       x       x       x       o       x
POST /drafts/:form                                  o       o       o       o       o       o       o       o       o       o       o       o
POST /drafts/:form/discard                          o       o       o       o       o       o       o       o       o       o       o       o
GET  /restricted                                    x       x       o       o       o       x       x       x       x       x       x       x
POST /restricted                                    x       x       o       o       o       x       x       x       x       x       x       x
GET  /account                                       .       .       .       .       .       .       .       .       .       .       .       .
GET  /account/password                              .       .       .       .       .       .       .       .       .       .       .       .
POST /account/password                              .       .       .       .       .       .       .       .       .       .       .       .
GET  /account/recovery-codes                        .       .       .       .       .       .       .       .       .       .       .       .
POST /account/recovery-codes                        .       .       .       .       .       .       .       .       .       .       .       .
POST /sign-out                                      o       o       o       o       o       o       o       o       o       o       o       o
`
