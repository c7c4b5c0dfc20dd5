import { z } from 'zod'
import { formRecordsSchema } from './form-record.ts'
import type { FormRecord } from './form-record.ts'
import type { FieldTest } from './match.ts'
import { namesSchema, whereSchema } from './match.ts'
import { idSchema, idsSchema, textSchema } from '../words.ts'

/** What a field asks for. */
export type FormFieldKind =
  | 'short text'
  | 'narrative'
  | 'date'
  | 'choice'
  | 'several'
  | 'yes-no'
  | 'scale'
  | 'person'
  | 'signature'
  | 'per child'
  | 'rows'

const simpleKinds = ['short text', 'narrative', 'date', 'yes-no', 'person'] as const

/** Whose a line for a signature may be besides the roles of the procedure: those who do not sign in, a parent or a child. */
export const otherSigners = ['family'] as const

/** Whether a draft or a finished form may be without it. */
export type Needed = 'draft' | 'complete' | 'no'

/** A question of a form. Its id stays for ever and holds what people have written; its words may be improved. */
export type FormField = {
  readonly id: string
  readonly kind: FormFieldKind
  readonly label: string
  readonly guidance: string | null
  readonly needed: Needed
  /** Where it may be filled in from, the first that there is: `case.allocated.direction`, `assessment.strengths`. */
  readonly from: readonly string[]
  /** It is asked only when all of these hold for other fields. */
  readonly shownWhen: readonly FieldTest[]
  /** The answers of a choice, by their ids. */
  readonly options: readonly { readonly id: string; readonly label: string }[]
  /** The words at 0 and at 10 of a scale. */
  readonly ends: readonly [string, string] | null
  /** Whose a line for a signature is: roles of the procedure, or the family; anybody's where it is empty. */
  readonly by: readonly string[]
  /** What is asked for each child, or the columns of a row. */
  readonly fields: readonly FormField[]
}

export type FormSection = {
  readonly id: string
  readonly title: string
  readonly guidance: string | null
  readonly fields: readonly FormField[]
}

/** A form of a pack: what is asked, by section and field. */
export type Form = {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly about: string
  readonly checklists: readonly string[]
  /** What handing it in records: the first whose condition holds; none for a form that is only kept. */
  readonly records: readonly FormRecord[]
  readonly sections: readonly FormSection[]
  readonly file: string
  readonly text: string
}

const fieldBase = {
  id: idSchema.describe('what the answer is kept under, for ever'),
  label: textSchema.describe('the question in words'),
  guidance: textSchema.optional().describe('help under the question'),
  needed: z.enum(['draft', 'complete', 'no']).optional().describe('draft, complete or no'),
  from: namesSchema.optional().describe('what it may be filled in from'),
  'shown-when': whereSchema.optional().describe('what other fields have to say for it to be asked'),
}

const optionsSchema = z.record(idSchema, textSchema).describe('the answers: { id: words }')

const leafKinds = [...simpleKinds, 'signature', 'choice', 'several', 'scale'] as const

const leafSchemas = [
  z.strictObject({ ...fieldBase, kind: z.enum(simpleKinds).describe('what it asks for') }),
  z.strictObject({
    ...fieldBase,
    kind: z.literal('signature').describe('a line to be signed'),
    by: namesSchema.optional().describe('the roles whose line it is, or family'),
  }),
  z.strictObject({
    ...fieldBase,
    kind: z.enum(['choice', 'several']).describe('one answer, or several'),
    options: optionsSchema,
  }),
  z.strictObject({
    ...fieldBase,
    kind: z.literal('scale').describe('0 to 10'),
    ends: z.tuple([textSchema, textSchema]).optional().describe('the words at 0 and at 10'),
  }),
] as const

const leaf = z.discriminatedUnion('kind', leafSchemas, `one of ${leafKinds.join(', ')}`)

type Read = {
  id: string
  kind: FormFieldKind
  label: string
  guidance?: string | undefined
  needed?: Needed | undefined
  from?: readonly string[] | undefined
  'shown-when'?: readonly FieldTest[] | undefined
  options?: Readonly<Record<string, string>>
  ends?: readonly [string, string] | undefined
  by?: readonly string[] | undefined
}

const fieldFrom = (read: Read, fields: readonly FormField[]): FormField => ({
  id: read.id,
  kind: read.kind,
  label: read.label,
  guidance: read.guidance ?? null,
  needed: read.needed ?? 'no',
  from: read.from ?? [],
  shownWhen: read['shown-when'] ?? [],
  options: Object.entries(read.options ?? {}).map(([id, label]) => ({ id, label })),
  ends: read.ends ?? null,
  by: read.by ?? [],
  fields,
})

const innerFields = z
  .array(leaf)
  .min(1)
  .transform((all) => all.map((one) => fieldFrom(one, [])))

const fieldSchema = z
  .discriminatedUnion(
    'kind',
    [
      ...leafSchemas,
      z.strictObject({
        ...fieldBase,
        kind: z.literal('per child').describe('once for each child'),
        fields: innerFields.describe('what is asked for each child'),
      }),
      z.strictObject({
        ...fieldBase,
        kind: z.literal('rows').describe('as many rows as are needed'),
        columns: innerFields.describe('what each row has'),
      }),
    ],
    `one of ${leafKinds.join(', ')}, per child, rows`,
  )
  .transform(
    (read): FormField =>
      fieldFrom(read, 'fields' in read ? read.fields : 'columns' in read ? read.columns : []),
  )

const sectionSchema = z
  .strictObject({
    id: idSchema.describe('the section’s id, kebab-case'),
    title: textSchema.describe('its heading'),
    guidance: textSchema.optional().describe('help under the heading'),
    fields: z.array(fieldSchema).min(1).describe('its questions in their order'),
  })
  .transform((read): FormSection => ({ ...read, guidance: read.guidance ?? null }))

/** A form as it is written in a pack's `forms` folder. */
export const formSchema = z
  .strictObject({
    form: idSchema.describe('the name of the file'),
    title: textSchema.describe('what it is called'),
    version: z.int().min(1).describe('raised when the form changes'),
    about: textSchema.optional().describe('what it is for, in a sentence'),
    checklists: idsSchema.optional().describe('checklists of the procedure that belong beside it'),
    records: formRecordsSchema.optional().describe('the event that handing it in records'),
    sections: z.array(sectionSchema).min(1).describe('its sections in their order'),
  })
  .transform(
    (read): Omit<Form, 'file' | 'text'> => ({
      id: read.form,
      title: read.title,
      version: read.version,
      about: read.about ?? '',
      checklists: read.checklists ?? [],
      records: read.records ?? [],
      sections: read.sections,
    }),
  )
