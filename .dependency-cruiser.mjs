// Who may use whom. The row of rooms is in src/app/house/rooms.ts; `npm run check` says what to do.
import { rooms, strangers } from './src/app/house/rooms.ts'

const inSrc = (/** @type {readonly string[]} */ names) => `^src/(${names.join('|')})/`

const walls = rooms.slice(0, -1).map((room, place) => ({
  name: `${room}-uses-a-room-to-its-right`,
  severity: 'error',
  from: { path: inSrc([room]) },
  to: { path: inSrc(rooms.slice(place + 1)) },
}))

const apart = strangers.map((room) => ({
  name: `${room}-uses-a-stranger`,
  severity: 'error',
  from: { path: inSrc([room]) },
  to: { path: inSrc(strangers.filter((other) => other !== room)) },
}))

export default {
  forbidden: [
    ...walls,
    ...apart,
    { name: 'in-a-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'leads-nowhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'src-uses-bench-or-packs',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(bench|packs|journeys)/' },
    },
    {
      name: 'needs-a-package-only-developers-have',
      severity: 'error',
      from: { path: '^src/', pathNot: ['[.]test[.]ts$', '^src/app/house/', '^src/[^/]+/testing/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'needs-an-undeclared-package',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
}
