import { writeFileSync } from 'node:fs'
import { readmePath, readReadme, withMadeParts } from './readme.ts'

writeFileSync(readmePath, await withMadeParts(readReadme()))
