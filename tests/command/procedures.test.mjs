import assert from 'node:assert/strict'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { demonstrated, folder, hearken, root } from './support/hearken.mjs'

function changedProcedures(name, file, change) {
  const copy = join(folder, name)
  cpSync(join(root, 'procedures'), copy, { recursive: true })
  writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')))
  return copy
}

test('the procedures have no faults', () => {
  const done = hearken(['procedures', 'check'])
  assert.equal(done.code, 0, done.out)
  assert.match(done.out, /0 errors/)
})

test('a fault is told with its file and line, and the check ends with 1', () => {
  const folder = changedProcedures('faulty', 'referral.yaml', (text) => text.replace('role: contact-officer', 'role: contact-oficer'))
  const done = hearken(['procedures', 'check', '--procedures', folder])
  assert.equal(done.code, 1)
  assert.match(done.out, /referral\.yaml:\d+: error: .*contact-oficer/)
  assert.match(done.out, /contact-officer/)
})

test('a procedure is drawn as Graphviz text and as SVG', () => {
  assert.match(hearken(['procedures', 'draw', 'referral']).out, /^digraph/)
  const svg = hearken(['procedures', 'draw', 'referral', '--svg'])
  assert.equal(svg.code, 0, svg.err)
  assert.match(svg.out, /<svg/)
  const unknown = hearken(['procedures', 'draw', 'referal'])
  assert.equal(unknown.code, 1)
  assert.match(unknown.err, /There are: .*referral/)
})

for (const procedure of ['referral', 'school-concern'])
  test(`random users walk ${procedure} to its ends`, () => {
    const done = hearken(['procedures', 'walk', procedure, '--seeds', '8'])
    assert.equal(done.code, 0, done.out)
    assert.match(done.out, /8 walks, 8 ended, 0 not/)
  })

test('coverage says where each duty lives, as text and as JSON', () => {
  const json = JSON.parse(hearken(['procedures', 'coverage', '--json', '--procedure', 'M1.initial-referral']).out)
  const [procedure] = json.procedures
  assert.equal(procedure.id, 'initial-referral')
  assert.ok(procedure.duties.some((duty) => duty.carried.some((carried) => carried.how === 'enforced')))
  assert.match(hearken(['procedures', 'coverage', '--totals']).out, /uncovered/)
  assert.equal(hearken(['procedures', 'coverage', '--procedure', 'M1.nothing']).code, 1)
})

test('a definition that was changed under its old version is refused in real use and told of in a demonstration', async () => {
  const folder = changedProcedures('changed', 'referral.yaml', (text) => text + '\n# a word more\n')
  const { prepared } = await import('./support/hearken.mjs')
  const real = prepared('changed-definition')
  const refused = real.run(['rebuild', '--check'], { env: { HEARKEN_PROCEDURES: folder } })
  assert.equal(refused.code, 1)
  assert.match(refused.err, /referral\.yaml was changed, but is still version 1/)
  assert.equal(demonstrated('changed-demonstration').run(['rebuild', '--check'], { env: { HEARKEN_PROCEDURES: folder } }).code, 0)
})
