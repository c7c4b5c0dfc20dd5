import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pureRooms, rooms } from './rooms.ts'
import { filesUnder } from './source-files.ts'

const longest = 250
const drawers = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'types', 'lib', 'misc'])
const isTest = (path: string): boolean => path.endsWith('.test.ts')
const holdsData = (path: string): boolean => /[.]data[.]ts$/.test(path)

/**
 * What is wrong with where files stand, what they are called and how long they are; one line each, saying
 * what to do. Tests, data (`*.data.ts`) and SQL may be as long as they need.
 *
 * @param root folder that holds package.json
 */
export function fileProblems(root: string): readonly string[] {
  const code = filesUnder(root, ['src', 'bench', 'journeys'], '*.{ts,tsx,mjs,js}')
  return [
    ...code.flatMap((path) => [...nameProblems(path), ...lengthProblems(root, path)]),
    ...filesUnder(root, ['src'], '*.{ts,tsx,mjs,js}').flatMap(placeProblems),
    ...filesUnder(root, ['packs'], '*.{ts,tsx,mjs,cjs,js,py,sh}').map(
      (path) => `${path}: packs hold procedures and no code. Move it to src.`,
    ),
    ...code.filter(isTest).flatMap((path) => marksInTests(root, path)),
  ]
}

function nameProblems(path: string): string[] {
  const parts = path.split('/')
  const drawer = parts.find((part) => drawers.has(part.replace(/[.].*$/, '')))
  const file = parts.at(-1) ?? ''
  return [
    ...(drawer === undefined
      ? []
      : [
          `${path}: "${drawer}" says nothing about what is inside. Name it for that, and put it in that room.`,
        ]),
    ...(/^[a-z0-9]+(-[a-z0-9]+)*([.][a-z0-9]+)*$/.test(file)
      ? []
      : [`${path}: file names are in kebab-case, such as working-days.ts. Rename it.`]),
  ]
}

function lengthProblems(root: string, path: string): string[] {
  if (isTest(path) || holdsData(path)) return []
  const lines = readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length
  if (lines <= longest) return []
  return [
    `${path}: ${lines} lines, and ${longest} is the most. Find the second thing it does and give it a file.`,
  ]
}

function placeProblems(path: string): string[] {
  const [, room = ''] = path.split('/')
  if (rooms.some((known) => known === room)) {
    const isScript = !path.endsWith('.ts') && pureRooms.some((pure) => pure === room)
    return isScript ? [`${path}: pure rooms are in TypeScript. Rename it to .ts.`] : []
  }
  return [`${path}: src/${room} is not a room. The rooms are ${rooms.join(', ')}.`]
}

function marksInTests(root: string, path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  const mark = /\b(?:test|it|describe|suite)[.](only|skip|todo)\b|\b(only|skip|todo): *true\b/.exec(text)
  if (mark === null) return []
  return [`${path}: a test marked ${mark[1] ?? mark[2]} hides others or itself. Take the mark out.`]
}
