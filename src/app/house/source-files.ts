import { existsSync, globSync } from 'node:fs'
import { join, sep } from 'node:path'

/**
 * Files under some folders of a checkout, as paths from its root with forward slashes, in order.
 * Folders that do not exist are passed over.
 *
 * @param root folder that holds package.json
 * @param folders folders or files inside it, such as `src`
 */
export function filesUnder(root: string, folders: readonly string[], pattern: string): readonly string[] {
  const found = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => globSync(`${folder}/**/${pattern}`, { cwd: root }))
  return [...new Set(found.map((path) => path.split(sep).join('/')))].toSorted()
}
