import type { Procedure } from '../procedure.ts'
import { drawMap } from './draw-map.ts'
import { mapGraph } from './map-graph.ts'
import { mapInWords } from './map-in-words.ts'
import { mapSvg } from './map-svg.ts'

/**
 * The workflow map of a procedure as an SVG document: its steps in their lanes and stages, the ways in and out,
 * decisions, branches and repeats (NS-M1, SD-M1). The same procedure gives the same text, letter for letter.
 */
export const workflowMap = (procedure: Procedure): string => {
  const graph = mapGraph(procedure)
  return mapSvg(drawMap(graph), `Workflow map: ${procedure.title}`, mapInWords(graph))
}
