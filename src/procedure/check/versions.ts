import { formatDay } from '#calendar/day.ts'
import { lineOfWord } from './line-of-word.ts'
import type { Pack } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'
import { headLine } from './speaker.ts'

/** Versions that begin on one day, folders not named after it, and documents of another procedure. */
export const versionProblems = ({ id, versions }: Pack): readonly Problem[] =>
  versions.flatMap((version, index) => {
    const { procedure, document, folder } = version
    const place = (word: string) => ({
      file: document.path,
      line: lineOfWord(document, headLine(version), word),
    })
    const day = formatDay(procedure.version)
    const rival = versions.slice(0, index).find((earlier) => earlier.procedure.version === procedure.version)
    const problems: Problem[] = []
    if (rival !== undefined)
      problems.push(
        problemAt(
          'two-versions-one-day',
          place('in-force'),
          `${rival.folder} and ${folder} both begin on ${day}.`,
        ),
      )
    else if (
      folder !== day &&
      !versions.some(
        (other) => other !== version && other.folder === day && other.procedure.version === procedure.version,
      )
    )
      problems.push(
        problemAt(
          'version-folder-differs',
          place('in-force'),
          `The folder is called ${folder}, but the version begins on ${day}.`,
        ),
      )
    if (procedure.id !== id)
      problems.push(
        problemAt(
          'pack-id-differs',
          place('procedure'),
          `The folder is called ${id}, but the document says "${procedure.id}".`,
        ),
      )
    return problems
  })
