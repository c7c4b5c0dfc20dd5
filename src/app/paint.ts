import { styleText } from 'node:util'

/** Text in a colour or style on a terminal that shows it; plain text anywhere else. */
export const paint = (format: Parameters<typeof styleText>[0], text: string): string =>
  styleText(format, text, { validateStream: true, stream: process.stdout })
