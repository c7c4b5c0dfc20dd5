/** The rooms in their row. A room may use the rooms to its left, never one to its right. */
export const rooms = [
  'calendar',
  'procedure',
  'engine',
  'casework',
  'storage',
  'post',
  'paper',
  'web',
  'app',
] as const

/** Rooms that reach no clock, no chance, no file, no environment and no network. */
export const pureRooms = ['calendar', 'procedure', 'engine'] as const

/** Rooms that stand side by side: only app introduces them to each other. */
export const strangers = ['storage', 'post', 'paper', 'web'] as const
