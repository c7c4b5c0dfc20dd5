import type { Face } from './text-width.ts'

export type Point = { readonly x: number; readonly y: number }

/** A text on the page: lines one under another, the first line's top at `y`. */
export type PictureText = {
  readonly lines: readonly string[]
  readonly face: Face
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly tone: 'ink' | 'quiet'
}

export type PictureShape = {
  readonly kind: 'step' | 'decision' | 'entry' | 'exit'
  /** The step's id, `decision:` and its id, or the route's or exit's id. */
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly number: string | null
  readonly texts: readonly PictureText[]
}

/** An arrow or loop: corners from its start to its head. */
export type PictureLine = {
  readonly kind: 'arrow' | 'entry' | 'leaving' | 'loop'
  readonly from: string
  readonly to: string
  readonly points: readonly Point[]
  /** False for a line that runs into another, which has the arrow's head. */
  readonly head: boolean
}

export type PictureBand = {
  readonly title: PictureText
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A map with everything in its place, in pixels from the top left. */
export type MapPicture = {
  readonly width: number
  readonly height: number
  readonly heading: readonly PictureText[]
  readonly lanes: readonly PictureBand[]
  readonly laneHeader: number
  readonly stages: readonly PictureBand[]
  readonly shapes: readonly PictureShape[]
  readonly lines: readonly PictureLine[]
  /** The words on arrows and loops. */
  readonly words: readonly PictureText[]
  /** Under the map. */
  readonly foot: readonly PictureText[]
  readonly key: readonly {
    readonly kind: PictureShape['kind'] | 'loop'
    readonly x: number
    readonly y: number
  }[]
}
