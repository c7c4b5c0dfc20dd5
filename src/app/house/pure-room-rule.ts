// A plugin for oxlint with one rule, `house/pure-room`: what a pure room may not touch.
// The files it holds for are named in .oxlintrc.json.

type Node = {
  readonly type: string
  readonly name?: string
  readonly parent?: Node
  readonly callee?: Node
  readonly object?: Node
  readonly key?: Node
  readonly property?: Node
  readonly computed?: boolean
  readonly arguments?: readonly Node[]
  readonly source?: { readonly value?: unknown } | null
}

type Context = { report(problem: { node: unknown; message: string }): void }

const instead = 'Let the caller hand it in, so that the same facts always give the same answer.'

const outside: Readonly<Record<string, string>> = {
  process: 'the environment',
  globalThis: 'everything around it',
  global: 'everything around it',
  fetch: 'the network',
  WebSocket: 'the network',
  XMLHttpRequest: 'the network',
  performance: 'the clock',
  Temporal: 'the clock',
  setTimeout: 'the clock',
  setInterval: 'the clock',
  setImmediate: 'the clock',
  crypto: 'chance',
  console: 'the screen',
  require: 'files',
  eval: 'anything',
  Function: 'anything',
  Intl: "the machine's language and time zone",
}

const localDateMethods = new Set([
  ...['Date', 'Day', 'FullYear', 'Hours', 'Minutes', 'Seconds', 'Milliseconds', 'Month'].flatMap((part) => [
    `get${part}`,
    `set${part}`,
  ]),
  'getTimezoneOffset',
  'toDateString',
  'toTimeString',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
])

function isDateUTC(parent: Node | undefined): boolean {
  return parent?.type === 'MemberExpression' && parent.computed === false && parent.property?.name === 'UTC'
}

function isDateOfGivenTime(node: Node, parent: Node | undefined): boolean {
  return parent?.type === 'NewExpression' && parent.callee === node && (parent.arguments?.length ?? 0) > 0
}

/** Whether a name is only the key of a property, a type or the name after a dot. */
function isNotAValue(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined) return false
  if (parent.type === 'MemberExpression') return parent.property === node && parent.computed === false
  if (parent.type === 'Property') return parent.key === node && parent.computed === false
  return (
    parent.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull|TypeAssertion|Instantiation)/.test(parent.type)
  )
}

const pureRoom = {
  create(context: Context) {
    const checkImport = (node: Node): void => {
      const from = node.source?.value
      if (typeof from === 'string' && from.startsWith('node:')) {
        context.report({ node, message: `A pure room does not use ${from}. ${instead}` })
      }
    }
    return {
      Identifier(node: Node) {
        const { name = '', parent } = node
        if (isNotAValue(node, parent)) return
        const reached = Object.hasOwn(outside, name) ? outside[name] : undefined
        if (reached !== undefined) {
          context.report({ node, message: `A pure room does not reach ${reached} (${name}). ${instead}` })
        }
        if (name === 'Date' && !isDateUTC(parent) && !isDateOfGivenTime(node, parent)) {
          context.report({ node, message: `A pure room does not read the clock. ${instead}` })
        }
      },
      MemberExpression(node: Node) {
        const name = node.property?.name ?? ''
        if (node.object?.name === 'Math' && name === 'random') {
          context.report({ node, message: `A pure room leaves nothing to chance (Math.random). ${instead}` })
        }
        if (localDateMethods.has(name)) {
          const message = `${name} depends on the machine's time zone. Use whole days from #calendar/day.ts.`
          context.report({ node, message })
        }
      },
      ImportDeclaration: checkImport,
      ExportNamedDeclaration: checkImport,
      ExportAllDeclaration: checkImport,
      ImportExpression(node: Node) {
        context.report({ node, message: `A pure room imports only at the head of a file. ${instead}` })
      },
      MetaProperty(node: Node) {
        context.report({ node, message: `A pure room does not ask where it is (import.meta). ${instead}` })
      },
    }
  },
}

export default { meta: { name: 'house' }, rules: { 'pure-room': pureRoom } }
