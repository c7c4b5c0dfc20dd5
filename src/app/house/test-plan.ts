import { filesUnder } from './source-files.ts'

/** One kind of tests: where its files stand, what they are called, and whether they share a process. */
type KindOfTests = {
  readonly name: string
  readonly folders: readonly string[]
  readonly pattern: string
  /** `together` in one process, which is quick; `alone` where a file starts servers or browsers of its own. */
  readonly files: 'together' | 'alone'
}

/** A file belongs to the first kind that it fits. */
const kinds: readonly KindOfTests[] = [
  { name: 'slow', folders: ['src'], pattern: '*.slow.test.ts', files: 'alone' },
  { name: 'journey', folders: ['journeys'], pattern: '*.test.ts', files: 'alone' },
  { name: 'all tests', folders: ['src', 'packs', 'bench'], pattern: '*.test.ts', files: 'together' },
]

const timeZones = ['UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia']
const dated = ['src/calendar/', 'src/engine/']

/** One process of tests. */
export type PlannedRun = {
  readonly name: string
  readonly files: readonly string[]
  /** Time zone, as TZ takes it; the machine's own when left out. */
  readonly zone?: string
}

/**
 * Which processes run which test files, those that take longest first. The calendar's and the engine's run once more
 * under clocks around the world.
 *
 * @param root folder that holds package.json
 * @param paths parts of paths; none for every test
 */
export function testPlan(root: string, paths: readonly string[]): readonly PlannedRun[] {
  const taken = new Set<string>()
  const runs = kinds.map((kind): readonly PlannedRun[] => {
    const files = filesUnder(root, kind.folders, kind.pattern).filter((file) => !taken.has(file))
    for (const file of files) taken.add(file)
    const chosen = files.filter((file) => paths.length === 0 || paths.some((path) => file.includes(path)))
    if (kind.files === 'alone') return chosen.map((file) => ({ name: `${kind.name} ${file}`, files: [file] }))
    const again = chosen.filter((file) => dated.some((folder) => file.startsWith(folder)))
    return [
      { name: kind.name, files: chosen },
      ...timeZones.map((zone) => ({ name: `dates with TZ=${zone}`, files: again, zone })),
    ]
  })
  return runs.flat().filter(({ files }) => files.length > 0)
}
