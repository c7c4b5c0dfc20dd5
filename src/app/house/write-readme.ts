import { writeFileSync } from 'node:fs'
import { madeAnew, madeFiles, pathOf } from './readme.ts'

for (const file of madeFiles) writeFileSync(pathOf(file), await madeAnew(file))
