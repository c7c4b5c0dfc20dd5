import type { MapGraph } from './map-graph.ts'

const withWords = (title: string, words: readonly string[]): string =>
  words.length === 0 ? title : `${title} (${words.join('; ')})`

/** What a map shows, in sentences, for those who do not see it. */
export const mapInWords = (graph: MapGraph): string => {
  const titles = new Map(
    graph.nodes.map(({ id, number, title }) => [id, number === null ? title : `${number} ${title}`]),
  )
  const lines = graph.nodes.map(({ id, kind, lane, limit, loop }) => {
    const next = [
      ...graph.arrows
        .filter(({ from }) => from === id)
        .map((a) => withWords(titles.get(a.to) ?? a.to, a.words)),
      ...graph.leavings
        .filter(({ from }) => from === id)
        .map((l) => withWords(`way out: ${l.title}`, l.words)),
    ]
    const parts = [
      kind === 'step' ? graph.lanes[lane] : 'decision',
      ...(limit === null ? [] : [limit]),
      ...loop.map((words) => `comes round again: ${words}`),
      ...(next.length === 0 ? [] : [`leads to ${next.join(', ')}`]),
    ]
    return `${titles.get(id)}: ${parts.join('; ')}.`
  })
  const ways = graph.entries.map(({ title, to }) => `${title}: way in to ${titles.get(to) ?? to}.`)
  const beside = graph.beside.map(({ title, period }) => `Beside all the steps: ${title}, ${period}.`)
  return [
    `Workflow map in ${graph.lanes.length === 1 ? 'one lane' : `${graph.lanes.length} lanes`}: ${graph.lanes.join(', ')}.`,
    ...ways,
    ...lines,
    ...beside,
  ].join('\n')
}
