import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hearken } from './support/hearken.mjs'

const commands = [
  'serve', 'init', 'demo', 'user', 'user add', 'user list', 'user disable', 'user password', 'user give-role', 'token', 'token make', 'token list',
  'token revoke', 'import', 'import roster', 'procedures', 'procedures check', 'procedures draw', 'procedures walk', 'procedures coverage', 'calendar',
  'calendar due', 'calendar import-bank-holidays', 'rebuild', 'audit', 'audit verify', 'version',
]

test('the command without words says what there is, and that it was not understood', () => {
  const done = hearken([])
  assert.equal(done.code, 2)
  assert.match(done.out + done.err, /--help/)
})

for (const command of commands)
  test(`${command} --help says what it takes`, () => {
    const done = hearken([...command.split(' '), '--help'])
    assert.equal(done.code, 0, done.err)
    assert.match(done.out, /--help/)
  })

test('every command is in the help of the whole', () => {
  const { out } = hearken(['--help'])
  for (const command of commands.filter((name) => !name.includes(' '))) assert.match(out, new RegExp(`^\\s+${command}\\s`, 'm'), command)
  assert.match(out, /Exit codes: 0/)
})

test('a word that is no command ends with 2', () => assert.equal(hearken(['summon']).code, 2))
test('an option that does not exist ends with 2', () => assert.equal(hearken(['version', '--loud']).code, 2))

test('version needs neither database nor settings', () => {
  const done = hearken(['version'], { env: { HEARKEN_PORT: 'nonsense' } })
  assert.equal(done.code, 0)
  assert.match(done.out, /^hearken \d+\.\d+\.\d+\n$/)
})
