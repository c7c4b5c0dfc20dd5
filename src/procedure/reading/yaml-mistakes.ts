import type { ErrorCode } from 'yaml'

/** What a mistake in YAML comes down to, for a person who does not write YAML every day. */
const mistakes: Partial<Readonly<Record<ErrorCode, string>>> = {
  MISSING_CHAR:
    'something is opened and not closed, or a colon is missing: look for a quote mark or a bracket above here',
  BAD_INDENT:
    'this line does not begin under the one that it belongs to, or a bracket above it is not closed',
  TAB_AS_INDENT: 'this line begins with a tab. Use spaces',
  DUPLICATE_KEY: 'this key is written twice. Keep one of them',
  BLOCK_AS_IMPLICIT_KEY:
    'there is a second colon in this line, or the next line is set in. Put words that hold a colon between "quote marks"',
  MULTILINE_IMPLICIT_KEY: 'this line is set in further than the one before it',
  BLOCK_IN_FLOW:
    'there is a second colon inside the brackets. Put words that hold a colon between "quote marks"',
  MULTIPLE_DOCS: 'a line --- begins a second document. Keep one in a file',
  RESOURCE_EXHAUSTION: 'brackets stand inside one another far too deep',
  BAD_SCALAR_START: 'words that begin with @, %, ` or a like sign stand between "quote marks"',
  UNEXPECTED_TOKEN:
    'there is something here that does not belong: a bracket too many, words after a closing quote mark, or a list item beside a key',
}

/** `This is not YAML: ...`, in plain words where the mistake is a common one. */
export const yamlMistake = (code: ErrorCode, message: string): string =>
  `The YAML cannot be read: ${mistakes[code] ?? message}.`
