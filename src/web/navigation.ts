import type { Actor, StandardRole } from '#casework/access/actor.ts'
import { paths } from './paths.ts'

export type Section =
  | 'my-work'
  | 'referrals'
  | 'families'
  | 'team'
  | 'messages'
  | 'administration'
  | 'procedure'

type SectionLink = { readonly section: Section; readonly text: string; readonly href: string }

const sections: readonly (SectionLink & { readonly for: readonly StandardRole[] | 'everyone' })[] = [
  {
    section: 'my-work',
    text: 'My work',
    href: paths.myWork,
    for: [
      'practitioner',
      'senior-practitioner',
      'manager',
      'duty-manager',
      'service-manager',
      'business-support',
      'partner',
    ],
  },
  {
    section: 'referrals',
    text: 'Referrals',
    href: paths.referrals,
    for: [
      'practitioner',
      'senior-practitioner',
      'manager',
      'duty-manager',
      'service-manager',
      'business-support',
      'social-care-manager',
      'partner',
    ],
  },
  {
    section: 'families',
    text: 'Families',
    href: paths.families,
    for: [
      'practitioner',
      'senior-practitioner',
      'manager',
      'duty-manager',
      'service-manager',
      'business-support',
      'quality-lead',
      'partner',
    ],
  },
  {
    section: 'team',
    text: 'Team',
    href: paths.team,
    for: ['senior-practitioner', 'manager', 'duty-manager', 'service-manager'],
  },
  {
    section: 'administration',
    text: 'Administration',
    href: paths.administration,
    for: ['administrator'],
  },
  {
    section: 'messages',
    text: 'Messages',
    href: paths.messages,
    for: ['manager', 'duty-manager', 'service-manager', 'administrator'],
  },
  { section: 'procedure', text: 'Procedure', href: paths.procedure, for: 'everyone' },
]

/**
 * The parts of the service that somebody's roles open, in order. It decides what is shown, not what is allowed:
 * each page asks casework for that.
 *
 * @param isThere whether a page answers at an address; a part that has none is not shown
 */
export const sectionsFor = (
  { memberships }: Pick<Actor, 'memberships'>,
  isThere: (path: string) => boolean,
): readonly SectionLink[] => {
  const held = new Set(memberships.map(({ role }) => role))
  return sections.filter(
    (one) => isThere(one.href) && (one.for === 'everyone' || one.for.some((role) => held.has(role))),
  )
}
