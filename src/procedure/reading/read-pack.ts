import type { Form } from '../rules/form.ts'
import type { Letter } from '../rules/letter.ts'
import type { Pack, PackFile, Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'
import { readForm } from './read-form.ts'
import { readLetter } from './read-letter.ts'
import { readProcedure } from './read-procedure.ts'
import { readRegister } from './read-register.ts'

const atTop = /^(register\.yaml|sample[^/]*\.yaml|README\.md)$/
const inVersion =
  /^[^/]+\/(procedure\.md|README\.md|scenarios\/[^/]+\.yaml|forms\/[^/]+\.yaml|letters\/[^/]+\.md)$/

const folderOf = (path: string): string => path.split('/')[0] ?? ''

const misplaced = (files: readonly PackFile[]): readonly Problem[] =>
  files
    .filter(({ path }) => !atTop.test(path) && !inVersion.test(path))
    .map(({ path }) => problemAt('unknown-file', { file: path, line: 0 }, 'Nothing reads this file.'))

const readVersion = (
  folder: string,
  files: readonly PackFile[],
): { version?: Version; problems: readonly Problem[] } => {
  const inFolder = (name: string): readonly PackFile[] =>
    files.filter(({ path }) => path.startsWith(`${folder}/${name}/`) && inVersion.test(path))
  const document = files.find(({ path }) => path === `${folder}/procedure.md`)
  if (document === undefined)
    return {
      problems: [
        problemAt('no-document', { file: folder, line: 0 }, 'There is no procedure.md in this folder.'),
      ],
    }
  const read = readProcedure(document.text, document.path)
  const forms = inFolder('forms').map(readForm)
  const letters = inFolder('letters').map(readLetter)
  const problems = [
    ...read.problems,
    ...forms.flatMap((f) => f.problems),
    ...letters.flatMap((l) => l.problems),
  ]
  if (read.procedure === undefined) return { problems }
  const version: Version = Object.freeze({
    folder,
    procedure: read.procedure,
    forms: forms.flatMap(({ form }): readonly Form[] => (form ? [form] : [])),
    letters: letters.flatMap(({ letter }): readonly Letter[] => (letter ? [letter] : [])),
    scenarioFiles: inFolder('scenarios'),
    document,
    placed: read.placed,
    unread: files
      .filter(({ path }) => path.startsWith(`${folder}/`) && problems.some(({ file }) => file === path))
      .map(({ path }) => path),
  })
  return { version, problems }
}

/**
 * Reads a pack from its files, their paths counted from its folder. What can be read is read even when
 * something is wrong; a version without a sound header is left out. Whether it fits together: `checkPack`.
 */
export const readPack = (
  id: string,
  files: readonly PackFile[],
): { readonly pack: Pack; readonly problems: readonly Problem[] } => {
  const folders = [
    ...new Set(files.filter(({ path }) => inVersion.test(path)).map(({ path }) => folderOf(path))),
  ]
  const read = folders.map((folder) => readVersion(folder, files))
  const registerFile = files.find(({ path }) => path === 'register.yaml')
  const register = registerFile && readRegister(registerFile)
  const versions = read
    .flatMap(({ version }) => (version ? [version] : []))
    .toSorted((a, b) => a.procedure.version - b.procedure.version)
  const problems = [
    ...(folders.length === 0
      ? [problemAt('no-document', { file: '', line: 0 }, `The pack ${id} holds no version of a procedure.`)]
      : []),
    ...misplaced(files),
    ...(register?.problems ?? []),
    ...read.flatMap((one) => one.problems),
  ]
  return { pack: Object.freeze({ id, versions, register: register?.register }), problems }
}
