/** An authority of the demonstration. Its place is invented. */
export type InventedAuthority = {
  readonly slug: string
  readonly name: string
  readonly pack: string
  /** What families know the service as, and the lines of its address. */
  readonly service: string
  readonly address: readonly string[]
  /** What its first two teams are called; with more families there are more teams. */
  readonly teams: readonly [string, string]
}

/** One authority on each of the five written procedures that come from real ones. */
export const inventedAuthorities: readonly InventedAuthority[] = [
  {
    slug: 'brindle-haven',
    name: 'Brindle Haven Council',
    pack: 'nine-steps',
    service: 'Brindle Haven Early Help',
    address: ['Harbour House', '3 Quay Street', 'Brindle Haven'],
    teams: ['Harbour team', 'Uplands team'],
  },
  {
    slug: 'calder-moss',
    name: 'Calder Moss Council',
    pack: 'family-work',
    service: 'Calder Moss Family Work Service',
    address: ['The Mill', '12 Weir Lane', 'Calder Moss'],
    teams: ['East locality', 'West locality'],
  },
  {
    slug: 'elver-stoke',
    name: 'Elver Stoke Borough Council',
    pack: 'caf-process',
    service: 'Elver Stoke Family Support',
    address: ['Lock Cottage', '1 Canal Side', 'Elver Stoke'],
    teams: ['Canal Side team', 'Park Side team'],
  },
  {
    slug: 'norrow-vale',
    name: 'Norrow Vale Partnership',
    pack: 'partner-pathway',
    service: 'Norrow Vale Early Help Partnership',
    address: ['The Old School', '8 Church Hill', 'Norrow'],
    teams: ['Schools and settings', 'Health and community'],
  },
  {
    slug: 'tamber-ley',
    name: 'Tamberley County Council',
    pack: 'step-down',
    service: 'Tamberley Early Help',
    address: ['County Hall', 'Market Place', 'Tamberley'],
    teams: ['North family team', 'South family team'],
  },
]
