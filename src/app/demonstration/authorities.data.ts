/** An authority of the demonstration. Its place is invented. */
export type InventedAuthority = {
  readonly slug: string
  readonly name: string
  readonly pack: string
  /** What its first two teams are called; with more families there are more teams. */
  readonly teams: readonly [string, string]
}

/** One authority on each of the five written procedures that come from real ones. */
export const inventedAuthorities: readonly InventedAuthority[] = [
  {
    slug: 'brindle-haven',
    name: 'Brindle Haven Council',
    pack: 'nine-steps',
    teams: ['Harbour team', 'Uplands team'],
  },
  {
    slug: 'calder-moss',
    name: 'Calder Moss Council',
    pack: 'family-work',
    teams: ['East locality', 'West locality'],
  },
  {
    slug: 'elver-stoke',
    name: 'Elver Stoke Borough Council',
    pack: 'caf-process',
    teams: ['Canal Side team', 'Park Side team'],
  },
  {
    slug: 'norrow-vale',
    name: 'Norrow Vale Partnership',
    pack: 'partner-pathway',
    teams: ['Schools and settings', 'Health and community'],
  },
  {
    slug: 'tamber-ley',
    name: 'Tamberley County Council',
    pack: 'step-down',
    teams: ['North family team', 'South family team'],
  },
]
