import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkPack } from './check/check-pack.ts'
import { headerSchema } from './header.ts'
import { placeholders } from './rules/placeholders.ts'
import { readForm } from './reading/read-form.ts'
import { readLetter } from './reading/read-letter.ts'
import { readPack } from './reading/read-pack.ts'
import { readRuleBlock, ruleSchemas } from './rules/rule-block.ts'
import { readYaml } from './reading/yaml-source.ts'

const text = readFileSync(join(import.meta.dirname, '..', '..', 'packs', 'README.md'), 'utf8')
const blocks = [...text.matchAll(/^(`{3,})(yaml|markdown)\n([\s\S]*?)^\1$/gm)].map((found) => ({
  language: found[2] ?? '',
  text: found[3] ?? '',
}))
const yaml = blocks.filter(({ language }) => language === 'yaml').map((block) => block.text)
const firstKey = (block: string): string => block.split(':')[0] ?? ''

describe('the page on how a procedure is written', () => {
  it('shows an example of every kind of rule, each of which can be read', () => {
    const shown = yaml.filter((block) => firstKey(block) in ruleSchemas && !block.includes('sections:'))
    assert.deepEqual(new Set(shown.map(firstKey)), new Set(Object.keys(ruleSchemas)))
    for (const block of shown) {
      const { content, problems } = readRuleBlock(readYaml(block, 'README.md').source, 'X-1')
      assert.deepEqual(problems, [])
      assert.equal(content.rules.length, 1)
    }
  })

  it('shows a form and a letter that can be read', () => {
    const form = yaml.find((block) => block.includes('sections:')) ?? ''
    assert.deepEqual(readForm({ path: 'forms/plan.yaml', text: form }).problems, [])
    const letter = blocks.find((block) => block.language === 'markdown' && block.text.startsWith('---'))?.text
    assert.deepEqual(readLetter({ path: 'letters/no-contact.md', text: letter ?? '' }).problems, [])
  })

  it('shows a whole procedure in which nothing is wrong', () => {
    const document = blocks.find((block) => block.text.startsWith('```yaml procedure'))?.text ?? ''
    const { pack, problems } = readPack('young-carers', [{ path: '2026-01-01/procedure.md', text: document }])
    assert.deepEqual([...problems, ...checkPack(pack)], [])
    assert.equal(pack.versions[0]?.procedure.clocks.length, 1)
  })

  it('says which keys of the head have to be there', () => {
    const needed = Object.entries(headerSchema.def.in.shape).flatMap(([key, schema]) =>
      schema.safeParse(undefined).success ? [] : [`\`${key}\``],
    )
    const sentence = /the clauses\. ([^]*?) have to be there/.exec(text)?.[1] ?? ''
    assert.deepEqual(sentence.match(/`[^`]+`/g), needed)
  })

  it('names every key of the head', () => {
    for (const key of Object.keys(headerSchema.def.in.shape)) assert.ok(text.includes(`\`${key}\``), key)
  })

  it('names everything that a letter can be filled in with', () => {
    for (const name of placeholders) assert.ok(text.includes(`\`${name}\``), name)
  })
})
