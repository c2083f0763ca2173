import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { demonstrated, hearken, prepared, serving } from './support/hearken.mjs'

test('serve says where it is, answers, and stops when it is told to', async () => {
  const demo = demonstrated('serve')
  const server = await serving(['--database', demo.database])
  assert.match(server.out, /Hearken is at http:\/\/localhost:\d+ .* sign in at http:\/\/localhost:\d+\/demonstration/)
  assert.equal((await fetch(`${server.url}/health`)).status, 200)
  const style = await fetch(`${server.url}/assets/govuk-frontend.min.css`)
  assert.equal(style.status, 200)
  assert.match(style.headers.get('content-type'), /^text\/css/)
  assert.equal((await fetch(`${server.url}/nothing-here/maya`)).status, 404)
  assert.equal(await server.stop(), 0)
  assert.match(server.out, / info GET /)
  assert.doesNotMatch(server.out, /maya/)
  assert.match(server.err, /Hearken has stopped/)
})

test('a port that is taken is said in words', async () => {
  const demo = demonstrated('port-taken')
  const server = await serving(['--database', demo.database])
  const second = hearken(['serve', '--database', demo.database, '--port', String(server.port)])
  assert.equal(second.code, 3)
  assert.match(second.err, new RegExp(String(server.port)))
  assert.equal(await server.stop(), 0)
})

test('the test clock is set, and what falls due is done at once', async () => {
  const demo = demonstrated('clock')
  const server = await serving(['--database', demo.database, '--test-clock'])
  const set = (body) => fetch(`${server.url}/test/clock`, { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const notices = () => Number(spawnSync('sqlite3', [demo.file, 'select count(*) from notice'], { encoding: 'utf8' }).stdout)
  const before = notices()
  const later = new Date(Date.now() + 5 * 24 * 3600 * 1000).toISOString().slice(0, 19) + 'Z'
  const answer = await set({ now: later })
  assert.equal(answer.status, 200)
  assert.equal((await answer.json()).now, later)
  assert.ok(notices() > before, 'the reminders of five days')
  assert.equal((await (await fetch(`${server.url}/test/clock`)).json()).now, later)
  assert.equal((await set({ now: 'soon' })).status, 422)
  assert.equal((await set({})).status, 422)
  assert.equal(await server.stop(), 0)
})

test('without --test-clock there is no clock to set', async () => {
  const demo = demonstrated('no-clock')
  const server = await serving(['--database', demo.database])
  assert.equal((await fetch(`${server.url}/test/clock`)).status, 404)
  assert.equal(await server.stop(), 0)
})

test('a test clock is refused for real records, and where others could reach it', () => {
  const real = prepared('real-clock')
  const refused = real.run(['serve', '--test-clock'])
  assert.equal(refused.code, 1)
  assert.match(refused.err, /demonstration only/)
  const open = demonstrated('open-clock').run(['serve', '--test-clock', '--address', '0.0.0.0'])
  assert.equal(open.code, 1)
  assert.match(open.err, /this machine alone/)
})
