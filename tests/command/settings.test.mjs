import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { folder, hearken } from './support/hearken.mjs'

function settings(text) {
  const file = join(folder, `settings-${Math.random().toString(36).slice(2)}.yaml`)
  writeFileSync(file, text)
  return file
}

test('every fault of the settings is told at once, with its place and its remedy', () => {
  const file = settings('database: mysql://x\nport: eighty\nprot: 80\nsmtp-from: nobody\nlog-level: chatty\ntls-key: /nowhere/key.pem\n')
  const done = hearken(['serve', '--config', file], { env: { HEARKEN_WORKERS: '0', HEARKEN_TRUSTED_PROXIES: '10.0.0.0/99' } })
  assert.equal(done.code, 1)
  for (const fault of [/database .*line 1.*sqlite:\/\//, /port .*line 2.*1 to 65535/, /line 3: there is no setting "prot".*port/, /smtp-from .*smtp-host/,
    /log-level .*debug, info, warn or error/, /tls-key .*cannot be read/, /tls-certificate.* is missing/, /workers .*HEARKEN_WORKERS.*1 to 256/, /trusted-proxies/])
    assert.match(done.err, fault)
})

test('the environment goes before the file, and an option before both', () => {
  const file = settings('database: sqlite://from-the-file.db\n')
  assert.match(hearken(['rebuild', '--config', file]).err, /from-the-file\.db/)
  assert.match(hearken(['rebuild', '--config', file], { env: { HEARKEN_DATABASE: 'sqlite://from-the-environment.db' } }).err, /from-the-environment\.db/)
  const done = hearken(['rebuild', '--config', file, '--database', 'sqlite://from-the-option.db'], { env: { HEARKEN_DATABASE: 'sqlite://from-the-environment.db' } })
  assert.match(done.err, /from-the-option\.db/)
})

test('HEARKEN_CONFIG names the file, and one that is not there is said', () => {
  const file = settings('database: sqlite://named.db\n')
  assert.match(hearken(['rebuild'], { env: { HEARKEN_CONFIG: file } }).err, /named\.db/)
  const done = hearken(['rebuild', '--config', '/nowhere/hearken.yaml'])
  assert.equal(done.code, 1)
  assert.match(done.err, /\/nowhere\/hearken\.yaml cannot be read/)
})

test('a misspelt name in the environment is told of', () => {
  assert.match(hearken(['rebuild'], { env: { HEARKEN_DATABSE: 'x' } }).err, /HEARKEN_DATABSE is set in the environment/)
})

test('a database that is not there is not made by a mistyped path', () => {
  const done = hearken(['serve', '--database', `sqlite://${join(folder, 'mistyped.db')}`])
  assert.equal(done.code, 1)
  assert.match(done.err, /There is no database at .*mistyped\.db.*hearken init/)
  assert.equal(hearken(['audit', 'verify', '--database', `sqlite://${join(folder, 'mistyped.db')}`]).code, 1)
})

test('a database server that cannot be reached ends with 3 and does not show a password', () => {
  const done = hearken(['rebuild', '--database', 'postgresql://hearken:hushhush@127.0.0.1:1/hearken'])
  assert.equal(done.code, 3)
  assert.doesNotMatch(done.out + done.err, /hushhush/)
})
