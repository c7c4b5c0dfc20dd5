import type { Path, YamlSource } from '#procedure/reading/yaml-source.ts'
import type { PlaceOfEvent } from '../case-file/check-case.ts'
import type { Scenario, ScenarioFile } from './scenario.ts'

/**
 * The case that a scenario tells, as if it stood in a file of its own; each part keeps the line on which it
 * stands in the file of scenarios, under the scenario or under what is given to all of them.
 */
export const sourceOf = (
  { given, scenarios }: ScenarioFile,
  index: number,
  procedure: string,
  source: YamlSource,
): YamlSource => {
  const at: Path = ['scenarios', index]
  const scenario: Scenario | undefined = scenarios[index]
  const base = scenario?.given ?? given ?? {}
  const basePath: Path = scenario?.given === undefined ? ['given'] : [...at, 'given']
  const worker = scenario?.worker ?? base.worker
  const events = [...(base.events ?? []), ...(scenario?.events ?? [])]
  const people = [...(base.people ?? []), ...(scenario?.people ?? [])]
  const inFile = (path: Path): Path => {
    const [list, item, ...rest] = path
    if (list === 'worker') return [...(scenario?.worker === undefined ? basePath : at), ...path]
    if ((list !== 'events' && list !== 'people') || typeof item !== 'number') return at
    const before = base[list]?.length ?? 0
    return item < before ? [...basePath, list, item, ...rest] : [...at, list, item - before, ...rest]
  }
  return {
    file: source.file,
    value: { procedure, events, ...(worker === undefined ? { people } : { worker }) },
    lineOf: (path) => source.lineOf(inFile(path)),
  }
}

/** Where the events of such a case stand, by their ids. */
export const placeOfEventIn = ({ file, value, lineOf }: YamlSource): PlaceOfEvent => {
  const { events } = value as { readonly events: readonly unknown[] }
  const ids = events.map((one) =>
    typeof one === 'object' && one !== null && 'id' in one ? String(one.id) : undefined,
  )
  return (event, field) => {
    const index = ids.indexOf(event.id)
    const path = index < 0 ? [] : ['events', index, ...(field === undefined ? [] : ['data', field])]
    return { file, line: lineOf(path) }
  }
}
