import { styleText } from 'node:util'

/** Gives text a colour or a style. */
export type Paint = (format: Parameters<typeof styleText>[0], text: string) => string

/** Text in a colour or style on a terminal that shows it; plain text anywhere else. */
export const paint: Paint = (format, text) =>
  styleText(format, text, { validateStream: true, stream: process.stdout })
