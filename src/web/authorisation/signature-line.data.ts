import type { AskedField } from '#casework/documents/stored-document.ts'

/** The line for a signature on the form of each family. */
export const signatureLine: AskedField = {
  id: 'service-manager',
  kind: 'signature',
  label: 'Service manager',
  options: [],
  ends: null,
  fields: [],
}
