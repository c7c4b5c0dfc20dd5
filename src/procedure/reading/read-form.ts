import type { Form } from '../rules/form.ts'
import { formSchema } from '../rules/form.ts'
import type { PackFile } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { schemaProblems } from './schema-problems.ts'
import { readYaml } from './yaml-source.ts'

/** Reads a form of a pack. Whether what it names exists is for the check. */
export const readForm = ({ path, text }: PackFile): { form?: Form; problems: readonly Problem[] } => {
  const { source, problems } = readYaml(text, path)
  if (problems.length > 0) return { problems }
  const read = formSchema.safeParse(source.value)
  return read.success
    ? { form: Object.freeze({ ...read.data, file: path, text }), problems: [] }
    : { problems: schemaProblems(source, read.error, { schema: formSchema }) }
}
