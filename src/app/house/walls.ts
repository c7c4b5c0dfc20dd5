import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import configuration from '../../../.dependency-cruiser.mjs'
import { filesUnder } from './source-files.ts'

export type WallReport = {
  /** One line for each import that goes through a wall, with both files and the rule's name. */
  readonly broken: readonly string[]
  /** Modules under src that the checker has read. */
  readonly seen: number
  /** Modules under src that there are. */
  readonly there: number
}

const folders = ['src', 'bench', 'journeys']

/**
 * Reads every import of a checkout and holds it against the walls.
 * `seen` differs from `there` when the checker did not read everything: it needs TypeScript 6 beside it, and
 * without that it reads nothing and complains of nothing.
 *
 * @param root folder that holds package.json and src
 */
export async function checkWalls(root: string): Promise<WallReport> {
  const sources = filesUnder(root, folders, '*.{ts,mjs}')
  const options: ICruiseOptions = {
    ...configuration.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: configuration.forbidden as IForbiddenRuleType[] },
  }
  const { output } = await cruise([...sources], options, configuration.options.enhancedResolveOptions)
  const result = output as ICruiseResult
  const inSrc = (path: string): boolean => path.startsWith('src/')
  return {
    broken: result.summary.violations.map(({ rule, from, to }) => `${from} -> ${to}  (${rule.name})`),
    seen: result.modules.filter(({ source }) => inSrc(source) && sources.includes(source)).length,
    there: sources.filter(inSrc).length,
  }
}
