import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { demonstrated } from './support/hearken.mjs'

test('the read tables of a demonstration are equal to its events', () => {
  const demo = demonstrated('rebuild')
  const checked = demo.run(['rebuild', '--check'])
  assert.equal(checked.code, 0, checked.out + checked.err)
  assert.match(checked.out, /\d+ cases, \d+ events: the read tables are equal/)
  assert.equal(demo.run(['rebuild']).code, 0)
})

test('nothing is found in a demonstration as it was made', () => {
  const done = demonstrated('verify').run(['audit', 'verify'])
  assert.equal(done.code, 0, done.out + done.err)
  assert.match(done.out, /Nothing was changed, removed, reordered or added/)
  assert.match(done.out, /Head of the audit: [0-9a-f]{64}/)
})

test('bytes changed in the file are found', () => {
  const demo = demonstrated('flipped')
  demo.run(['rebuild', '--check'])  // takes what is still in the write-ahead log into the file
  const bytes = readFileSync(demo.file)
  const said = Buffer.from('there is never any at home')
  let changed = 0
  for (let at = bytes.indexOf(said); at >= 0; at = bytes.indexOf(said, at + 1), ++changed) bytes[at] ^= 0x20
  assert.ok(changed > 0, 'the words of the concern are in the file')
  writeFileSync(demo.file, bytes)
  const done = demo.run(['audit', 'verify'])
  assert.equal(done.code, 1)
  assert.match(done.out, /^(case|storage)/m)
  assert.doesNotMatch(done.out + done.err, /never any at home/)
})

test('an audit line that was changed is found', () => {
  const demo = demonstrated('audit-changed')
  demo.run(['user', 'disable', 'demo.governor'])
  demo.run(['rebuild', '--check'])
  const bytes = readFileSync(demo.file)
  const who = Buffer.from('administer-users')
  const at = bytes.lastIndexOf(who)
  assert.ok(at > 0)
  bytes.write('administer-roles', at)
  writeFileSync(demo.file, bytes)
  const done = demo.run(['audit', 'verify'])
  assert.equal(done.code, 1)
  assert.match(done.out, /^(audit line|storage)/m)
})
