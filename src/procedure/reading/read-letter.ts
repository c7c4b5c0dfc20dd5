import type { Letter, Placeholder } from '../rules/letter.ts'
import { letterHeadSchema } from '../rules/letter.ts'
import type { PackFile } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'
import { schemaProblems } from './schema-problems.ts'
import { readYaml } from './yaml-source.ts'

const headPattern = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/

const fileName = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.\w+$/, '')

const placeholdersOf = (text: string): readonly Placeholder[] =>
  text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/\{\{(.*?)\}\}/g)].map((found) => ({
      name: (found[1] ?? '').trim(),
      line: index + 1,
    })),
  )

/** Reads a letter: a small YAML head between two lines of `---`, then Markdown. */
export const readLetter = ({ path, text }: PackFile): { letter?: Letter; problems: readonly Problem[] } => {
  const head = headPattern.exec(text)
  if (head === null)
    return {
      problems: [
        problemAt(
          'no-letter-head',
          { file: path, line: 1 },
          'The letter does not say what it is and for whom.',
        ),
      ],
    }
  const { source, problems } = readYaml(head[1] ?? '', path, 2)
  if (problems.length > 0) return { problems }
  const read = letterHeadSchema.safeParse(source.value)
  if (!read.success) return { problems: schemaProblems(source, read.error, { schema: letterHeadSchema }) }
  const letter: Letter = Object.freeze({
    id: fileName(path),
    ...read.data,
    body: text.slice(head[0].length).trim(),
    placeholders: placeholdersOf(text),
    file: path,
    text,
  })
  return { letter, problems: [] }
}
