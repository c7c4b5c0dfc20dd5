import type { PackFile, Version } from '#procedure/pack.ts'
import { readYaml } from '#procedure/reading/yaml-source.ts'
import type { Rewording } from './rewording.ts'
import { reworded, sentencesOf } from './rewording.ts'
import type { ValueChange } from './value-changes.ts'
import { valueChanges } from './value-changes.ts'

/** A form or a letter that is new, gone or changed; of one that has changed, in what. */
export type FileChange = {
  readonly file: string
  readonly change: 'added' | 'gone' | 'changed'
  readonly values: readonly ValueChange[]
  readonly reworded: Rewording
}

const beside = (version: Version, files: readonly PackFile[]): ReadonlyMap<string, string> =>
  new Map(
    files
      .filter(({ path }) => /\/(forms|letters)\//.test(path) && path.startsWith(`${version.folder}/`))
      .map(({ path, text }) => [path.slice(version.folder.length + 1), text]),
  )

/** A form is YAML and nothing else; a letter has a head of YAML, then words. */
const partsOf = (file: string, text: string): { readonly value: unknown; readonly body: string } => {
  const letter = /^---\n([^]*?)\n---\n([^]*)$/.exec(text)
  const isForm = file.startsWith('forms/')
  return {
    value: readYaml(isForm ? text : (letter?.[1] ?? ''), file).source.value,
    body: isForm ? '' : (letter?.[2] ?? text),
  }
}

const changeIn = (file: string, was: string, is: string): Omit<FileChange, 'file' | 'change'> => {
  const [before, after] = [partsOf(file, was), partsOf(file, is)]
  return {
    values: valueChanges(before.value, after.value),
    reworded: reworded(sentencesOf(before.body), sentencesOf(after.body)),
  }
}

/** What changed in the forms and letters from one version to another; `files` are those of the whole pack. */
export const compareFiles = (
  from: Version,
  to: Version,
  files: readonly PackFile[],
): readonly FileChange[] => {
  const [before, after] = [beside(from, files), beside(to, files)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .toSorted()
    .flatMap((file): readonly FileChange[] => {
      const [was, is] = [before.get(file), after.get(file)]
      if (was === is) return []
      if (was !== undefined && is !== undefined)
        return [{ file, change: 'changed', ...changeIn(file, was, is) }]
      const change = was === undefined ? 'added' : 'gone'
      return [{ file, change, values: [], reworded: { gone: [], added: [] } }]
    })
}
