import type { DocumentStory } from '#casework/documents/document-story.ts'
import type { Html } from '../components/html.ts'
import { tag } from '../components/tag.ts'

/** How a document stands, as a word in a box; nothing for one that was handed in and no more. */
export const storyTag = ({ withdrawn, returned, authorised }: DocumentStory): Html | null => {
  if (withdrawn) return tag({ text: 'Taken back', classes: 'govuk-tag--grey' })
  if (returned !== null) return tag({ text: 'To be changed', classes: 'govuk-tag--yellow' })
  return authorised === null ? null : tag({ text: 'Authorised', classes: 'govuk-tag--green' })
}
