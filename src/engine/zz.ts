import { readCaseFile } from './read-case-file.ts'
import { parseDocument } from 'yaml'
import { caseFrom } from './read-case-file.ts'
import { readYaml } from '#procedure/yaml-source.ts'
const text = 'procedure: demo\nevents:\n' + Array.from({ length: 50000 }, (_, i) => `  - { id: e${i}, type: contact.made, at: 2026-03-02T10:00, data: { with: someone who } }`).join('\n')
let t = performance.now(); const lap = (n: string) => { console.log(n, Math.round(performance.now() - t)); t = performance.now() }
const d = parseDocument(text, { prettyErrors: false, schema: 'core' }); lap('parse')
const d2 = parseDocument(text, { prettyErrors: false, schema: 'core', uniqueKeys: false, keepSourceTokens: false }); lap('parse2')
d.toJS({ maxAliasCount: 100 }); lap('toJS')
JSON.parse('1')
const y = readYaml(text, 'x'); lap('readYaml')
caseFrom(y.source); lap('caseFrom')
