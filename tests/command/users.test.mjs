import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstrated, hearken, prepared } from './support/hearken.mjs'

test('init is done again without harm', () => {
  const real = prepared('init-twice')
  const again = real.run(['init'])
  assert.equal(again.code, 0, again.err)
  assert.equal(real.run(['init', '--partnership', 'Another']).code, 1)
})

test('somebody is added, given a role, given a password, listed and disabled', () => {
  const real = prepared('users')
  const added = real.run(['user', 'add', 'a.tester', '--name', 'A. Tester', '--email', 'a.tester@example.org'])
  assert.equal(added.code, 0, added.err)
  assert.match(added.out, /^[\w-]{16}\n$/)
  assert.equal(real.run(['user', 'add', 'a.tester', '--name', 'Somebody else']).code, 1)

  assert.equal(real.run(['user', 'give-role', 'a.tester', 'system-administrator', '--at', 'Fenmere Test Partnership']).code, 0)
  assert.match(real.run(['user', 'list']).out, /a\.tester\tA\. Tester\tactive\tno second factor\tSystem administrator at Fenmere Test Partnership/)

  const weak = real.run(['user', 'password', 'a.tester', '--from-standard-input'], { input: 'password\n' })
  assert.equal(weak.code, 1)
  assert.match(weak.err, /12 characters/)
  assert.equal(real.run(['user', 'password', 'a.tester', '--from-standard-input'], { input: 'heron lantern gravel\n' }).code, 0)

  assert.equal(real.run(['user', 'disable', 'a.tester']).code, 0)
  assert.match(real.run(['user', 'list']).out, /suspended/)
})

test('what does not fit is refused with every reason', () => {
  const real = prepared('users-refused')
  const both = real.run(['user', 'give-role', 'nobody', 'dsl', '--at', 'Nowhere'])
  assert.equal(both.code, 1)
  assert.match(both.err, /sign-in name "nobody"/)
  assert.match(both.err, /"Nowhere"/)
  real.run(['user', 'add', 'b.tester', '--name', 'B. Tester'])
  const role = real.run(['user', 'give-role', 'b.tester', 'wizard', '--at', 'Fenmere Test Partnership'])
  assert.equal(role.code, 1)
  assert.match(role.err, /The roles are: .*dsl/)
  // A DSL is a school's.
  assert.equal(real.run(['user', 'give-role', 'b.tester', 'dsl', '--at', 'Fenmere Test Partnership']).code, 1)
})

test('a token is made for one role, shown once, listed and revoked', () => {
  const demo = demonstrated('tokens')
  const made = demo.run(['token', 'make', 'demo.contact-officer', '--name', 'A test', '--scopes', 'read,act', '--days', '2'])
  assert.equal(made.code, 0, made.err)
  assert.match(made.out, /^hearken_[\w-]{40,}\n$/)
  const listed = demo.run(['token', 'list', 'demo.contact-officer']).out
  assert.match(listed, /A test\tact read\tgood until/)
  assert.ok(!listed.includes(made.out.trim()))
  const id = /^(.+)\tA test\t/m.exec(listed)[1]
  assert.equal(demo.run(['token', 'revoke', 'demo.contact-officer', id]).code, 0)
  assert.match(demo.run(['token', 'list', 'demo.contact-officer']).out, /revoked/)
  assert.equal(demo.run(['token', 'make', 'demo.contact-officer', '--role', 'dsl', '--name', 'Not theirs']).code, 1)
  assert.equal(demo.run(['token', 'make', 'demo.contact-officer', '--name', 'x', '--scopes', 'everything', '--days', '9999']).code, 1)
})

test('somebody who stands in for another is given cover', () => {
  const demo = demonstrated('cover')
  const done = demo.run(['user', 'give-role', 'demo.school-staff', 'deputy-dsl', '--at', '900001', '--cover-for', 'demo.dsl', '--until', '2030-07-31'])
  assert.equal(done.code, 0, done.err)
  assert.equal(demo.run(['user', 'give-role', 'demo.school-staff', 'deputy-dsl', '--at', '900001', '--cover-for', 'demo.police-officer']).code, 1)
})

test('a demonstration is made once, and thrown away only when it is one', () => {
  const demo = demonstrated('erase')
  assert.equal(demo.run(['demo', '--if-none']).code, 0)
  assert.equal(demo.run(['demo']).code, 1)
  assert.equal(demo.run(['init', '--erase-demonstration']).code, 1)
  assert.equal(demo.run(['init', '--erase-demonstration', '--yes']).code, 0)
  assert.equal(demo.run(['audit', 'verify']).code, 1)

  const real = prepared('not-to-be-erased')
  const refused = real.run(['init', '--erase-demonstration', '--yes'])
  assert.equal(refused.code, 1)
  assert.match(refused.err, /not a demonstration/)
  assert.equal(real.run(['user', 'list']).code, 0)
  assert.equal(real.run(['demo']).code, 1)
})
