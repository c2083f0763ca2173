// Each gate, signature and prohibition of the procedures has a browser test that tries to get round it.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gates } from '../browser/support/definitions.mjs'
import { root } from './support/hearken.mjs'

// What nobody can find shut: why, and so no test can try it.
const NEVER_SHUT = {
  'summary-written': 'a concern is not opened without its summary, and no later step takes it away',
  'no-protection-plan': 'a child in need plan ends by itself the moment a protection plan begins, and its approval with it',
  referred: 'whoever opens a worry from the public opens the referral with it',
}

const folder = join(root, 'tests/browser')
const sources = readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).map((name) => readFileSync(join(folder, name), 'utf8')).filter((text) => text.includes('support/get_round.mjs'))
// `gate: 'id'`, or the id followed by the words of its remedy; templates stand for the ids that they make.
const PATTERNS = [/(?:gate|signature|prohibition): '([a-z0-9-]+)'/g, /'([a-z0-9-]+)', \/[A-Za-z]/g]
const tried = new Set(sources.flatMap((text) => PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)].map((found) => found[1]))))
const templates = sources.flatMap((text) => [...text.matchAll(/gate: `([a-z0-9-]+)\$\{[a-z]+\}([a-z0-9-]*)`/g)].map(([, begins, ends]) => new RegExp(`^${begins}[a-z0-9-]+${ends}$`)))

const all = gates()
const untried = all.filter(({ id }) => !NEVER_SHUT[id] && !tried.has(id) && !templates.some((template) => template.test(id)))

test('every gate is one that a test tries to get round', () => {
  assert.ok(all.length > 50, `only ${all.length} gates were found: are the definitions read?`)
  assert.deepEqual(untried.map(({ id, kind, strength, where }) => `${id} (${kind}, ${strength}) of ${where}`), [], 'try them with triesToGetRound, triesToPass or triesToSign of tests/browser/support/get_round.mjs')
})

test('what is said never to be shut is still declared', () => {
  const declared = new Set(gates().map(({ id }) => id))
  assert.deepEqual(Object.keys(NEVER_SHUT).filter((id) => !declared.has(id)), [])
})
