// The running service beside a bare Node handler over the same database: worklist, a family's page, recording a visit.
// BENCH_SIZE=full goes up to 100,000 families and 100 authorities, and takes half an hour. bench/README.md has the rest.
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPool } from '#storage/open-pool.ts'
import { asked, freshFolder } from './service/asked.ts'
import type { Filled, Wish } from './service/growing-database.ts'
import { grow } from './service/growing-database.ts'
import { memoryOf, secondsToFirstPage, startService } from './service/processes.ts'
import { scenesOf } from './service/scenes.ts'
import type { Compared } from './service/side-by-side.ts'
import { sideBySide } from './service/side-by-side.ts'
import { rounded, say, table } from './table.ts'

const own = Math.min(...asked.families)
const folder = process.env['BENCH_FOLDER'] ?? freshFolder()

type Stage = { readonly title: string; readonly slug: string; readonly wishes: readonly Wish[] }

const others = (first: number, before: number): readonly Wish[] =>
  Array.from({ length: first - before }, (_, n) => ({ slug: `other-${before + n}`, families: own }))

/** Each stage adds to the database, so that one is measured beside all that was there before. */
const stages: readonly Stage[] = [
  ...asked.authorities.map((many, i) => ({
    title: `${own} families, ${many === 1 ? 'alone' : `one of ${many} authorities`}`,
    slug: 'own',
    wishes: [
      ...(i === 0 ? [{ slug: 'own', families: own }] : []),
      ...others(many, asked.authorities[i - 1] ?? 1),
    ],
  })),
  {
    title: `${own} families and ${own * 10} closed`,
    slug: 'closed',
    wishes: [{ slug: 'closed', families: own, closed: own * 10 }],
  },
  ...asked.families
    .filter((families) => families !== own)
    .map((families) => ({
      title: `${families} families`,
      slug: `of-${families}`,
      wishes: [{ slug: `of-${families}`, families }],
    })),
]

const head = [
  [
    '',
    'connec-',
    'ours',
    'bare',
    'ours to',
    'p50',
    'p95',
    'p50 to',
    'kB',
    'processor ms: ours',
    '',
    'bare',
    '',
  ],
  [
    '',
    'tions',
    'a second',
    'a second',
    'bare',
    'ms',
    'ms',
    'bare',
    '',
    'Node',
    'database',
    'Node',
    'database',
  ],
]

const row = ({ scene, connections, ours, bare, refused }: Compared): readonly (string | number)[] => [
  refused === 0 ? scene : `${scene} (${refused} refused)`,
  connections,
  rounded(ours.perSecond),
  rounded(bare.perSecond),
  rounded(ours.perSecond / bare.perSecond),
  rounded(ours.p50),
  rounded(ours.p95),
  rounded(ours.p50 / bare.p50),
  rounded(ours.kilobytes),
  rounded(ours.handler),
  rounded(ours.database),
  rounded(bare.handler),
  rounded(bare.database),
]

const lost = (error: Error): void => console.error(`A connection was lost: ${error.message}`)

const measure = async ({ title, slug }: Stage, { url, server, authorities }: Filled): Promise<void> => {
  const authority = authorities.find((one) => one.slug === slug)?.id ?? ''
  const service = await startService({ DATABASE_URL: url })
  const pool = openPool({ connectionString: url, max: 4 }, lost)
  try {
    await sleep(1000)
    const [node, database] = [memoryOf(service.pid), memoryOf(server.pid, true)]
    const scenes = await scenesOf(pool, { origin: service.origin, url, authority })
    const found = await sideBySide({ service, database: server.pid }, scenes)
    say('', title, '', table([...head, ...found.map(row)]), '')
    say(
      `Memory at rest: ${Math.round(node)} MB and the database's ${Math.round(database)} MB; ` +
        `after the load ${Math.round(memoryOf(service.pid))} MB and ${Math.round(memoryOf(server.pid, true))} MB.`,
    )
  } finally {
    await pool.end()
    await service.stop()
  }
}

try {
  for (const stage of stages) {
    const from = performance.now()
    const filled = await grow(folder, stage.wishes)
    say('', `Filled in ${Math.round((performance.now() - from) / 1000)} s.`)
    await measure(stage, filled)
    await filled.server.stop()
  }
  say('', `From npm start to the first page: ${rounded(await secondsToFirstPage(folder))} s.`)
} finally {
  if (process.env['BENCH_FOLDER'] === undefined) rmSync(folder, { recursive: true, force: true })
}
