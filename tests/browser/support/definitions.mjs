// The definitions under procedures/, as plain objects, and every gate that they declare.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const { yaml } = createRequire(import.meta.url)('playwright-core/lib/utilsBundle')
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
const folder = resolve(root, process.env.HEARKEN_TEST_PROCEDURES ?? 'procedures')

export const list = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value])

export const definitions = ['.', 'components'].flatMap((under) =>
  readdirSync(join(folder, under))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: join(under, name), ...yaml.parse(readFileSync(join(folder, under, name), 'utf8')) })),
)

const breaches = (rule) => ['must', 'statutory'].includes(rule.strength ?? 'must')

// Every map inside a definition, with the nearest id above it.
export function* maps(node, above) {
  if (Array.isArray(node)) for (const item of node) yield* maps(item, above)
  else if (node && typeof node === 'object') {
    const id = typeof node.id === 'string' ? node.id : above
    yield { node, id }
    for (const value of Object.values(node)) yield* maps(value, id)
  }
}

// {id, kind, strength, where}: of tasks and stages (what only warns stops nobody), of decisions that somebody else signs,
// and of prohibitions. Ids are those that the product gives in its refusals.
export function gates() {
  const found = []
  const add = (definition, kind, id, element, strength = 'block') => strength !== 'warn' && found.push({ id, kind, strength, where: `${definition.file}: ${element}` })
  const of = (definition, kind, element, declared, named) => list(declared).forEach((gate, n) => add(definition, kind, gate.id ?? `${named}-${n + 1}`, element, gate.strength))
  for (const definition of definitions)
    for (const { node, id } of maps(definition)) {
      of(definition, 'task', id, node.needs, id)
      of(definition, 'stage', id, node['leave-when'], id)
      for (const [task, declared] of Object.entries(node['adds-gates'] ?? {})) of(definition, 'task', task, declared, `${definition.component ?? definition.overlay}-${task}`)
      if (node.blocks) add(definition, 'task', `after-${id}`, node.blocks)
      for (const rule of list(node.before)) if (rule.event && !rule.lead && !rule.setting) add(definition, 'task', `after-${id}`, rule.event, breaches(rule) ? 'block' : 'ask-why')
      if (node.options && node['approved-by']) add(definition, 'signature', id, id)
      for (const prohibition of list(node.prohibitions)) if (prohibition.forbids) add(definition, 'prohibition', prohibition.id, definition.procedure ?? definition.component)
    }
  return found
}
