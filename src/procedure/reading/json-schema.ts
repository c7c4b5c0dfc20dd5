import { z } from 'zod'
import { formSchema } from '../rules/form.ts'
import { headerSchema } from '../header.ts'
import { besides, ruleSchemas } from '../rules/rule-block.ts'

/** A JSON Schema of draft 7, which editors understand. */
export type JsonSchema = z.core.JSONSchema.BaseSchema

const written = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' })

const words = (description: string): JsonSchema => ({ type: 'string', minLength: 1, description })

/** Keys that may stand beside any rule, or alone. */
const besideRules = { unclear: words(besides.unclear), 'no-rule': words(besides['no-rule']) }

/** A rule may carry the keys that say what is unclear; some rules are written in several ways. */
const withDoubt = (rule: JsonSchema): JsonSchema =>
  rule.anyOf === undefined
    ? { ...rule, properties: { ...rule.properties, ...besideRules } }
    : { ...rule, anyOf: rule.anyOf.map((one) => withDoubt(one)) }

const ruleBlock = (): JsonSchema => {
  const { definitions, anyOf = [], ...head } = written(z.union(Object.values(ruleSchemas)))
  const alone: JsonSchema = { type: 'object', properties: besideRules, additionalProperties: false }
  return {
    ...head,
    title: 'A block under a clause: a rule, or a list of rules',
    anyOf: [
      { $ref: '#/definitions/rule' },
      { type: 'array', minItems: 1, items: { $ref: '#/definitions/rule' } },
    ],
    definitions: {
      rule: { anyOf: [...anyOf.map((one) => withDoubt(one)), alone] },
      ...(definitions as Record<string, JsonSchema>),
    },
  }
}

/** What may be written where in a pack, for editors: by the name of the file that publishes it. */
export const jsonSchemas: Readonly<Record<string, () => JsonSchema>> = {
  'procedure-head': () => ({ title: 'The head of a procedure', ...written(headerSchema) }),
  'rule-block': ruleBlock,
  form: () => ({ title: 'A form', ...written(formSchema) }),
}
