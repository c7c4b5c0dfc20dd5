import type { Face } from './text-width.ts'

/** How the texts of a map are set. */
export const faces = {
  heading: { size: 22, bold: true },
  small: { size: 12.5, bold: false },
  lane: { size: 15, bold: true },
  stage: { size: 12.5, bold: true },
  title: { size: 14.5, bold: true },
  question: { size: 13.5, bold: false },
  note: { size: 12.5, bold: false },
  pill: { size: 13, bold: false },
  number: { size: 13, bold: true },
} as const satisfies Record<string, Face>

/** Lengths of the drawing, in pixels. */
export const lengths = {
  margin: 28,
  box: 228,
  badge: 13,
  pad: 12,
  entry: 158,
  exit: 158,
  track: 14,
  lane: 18,
  gap: 38,
  arrow: 24,
  loop: 24,
} as const

/** Dark on light throughout: at least 4.5 to 1 for text, and plain in black and white. */
export const colours = {
  page: '#ffffff',
  lane: '#f3f6f9',
  header: '#dfe7ef',
  rule: '#b4c0cc',
  ink: '#14202b',
  quiet: '#445362',
  line: '#33475b',
  edge: '#1f3a56',
  decision: '#fff4d6',
  way: '#ffffff',
  end: '#e4e9ee',
} as const

export const fontStack =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif"
