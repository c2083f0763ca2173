import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { demonstrated, folder, hearken } from './support/hearken.mjs'

const due = (from, within, ...more) => hearken(['calendar', 'due', '--from', from, '--within', within, ...more])

test('one working day from Maundy Thursday is the Tuesday after Easter, and the skipped days are named', () => {
  const { code, out } = due('2026-04-02T16:50', '1 working day')
  assert.equal(code, 0)
  assert.match(out, /Tuesday 7 April 2026/)
  for (const day of ['Good Friday', 'Saturday 4 April', 'Sunday 5 April', 'Easter Monday']) assert.ok(out.includes(day), `${day} in ${out}`)
})

test('the same as JSON', () => {
  const answer = JSON.parse(due('2026-04-02T16:50', '1 working day', '--json').out)
  assert.equal(answer.date, '2026-04-07')
  assert.equal(answer.at, '2026-04-07T22:59:59Z')
  assert.deepEqual(answer.skipped.map((day) => day.date), ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06'])
})

test('24 hours run through the night that the clocks go forward', () => {
  assert.match(due('2026-03-28T16:50', '24 hours').out, /5:50pm on Sunday 29 March 2026/)
})

test('counting back before a conference', () => {
  const { code, out } = due('2026-04-07', '3 working days', '--before')
  assert.equal(code, 0)
  assert.match(out, /Tuesday 31 March 2026|Wednesday 1 April 2026/)
})

test('an urgency has no figure and is never due', () => assert.equal(due('2026-04-02T16:50', 'immediately').code, 0))

test('what cannot be read is refused with both faults and what can be written', () => {
  const { code, err } = due('yesterday', 'a while')
  assert.equal(code, 1)
  assert.match(err, /2026-04-02/)
  assert.match(err, /working day/)
})

test('beyond the bank holidays held it does not guess', () => {
  const { code, err } = due('2031-04-02', '5 working days')
  assert.equal(code, 1)
  assert.match(err, /bank holiday/i)
})

test("a school's own terms count its school days", () => {
  const demo = demonstrated('school-days')
  const done = demo.run(['calendar', 'due', '--from', '2026-10-23T10:00', '--within', '1 school day', '--school', '900001'])
  assert.equal(done.code, 0, done.err)
  assert.match(done.out, /Monday 2 November 2026/)
  assert.match(done.out, /half-term/)
  assert.equal(demo.run(['calendar', 'due', '--from', '2026-10-23', '--within', '1 school day', '--school', '123456']).code, 1)
})

test('new bank holidays are listed, and counted by from then on', () => {
  const demo = demonstrated('bank-holidays')
  const days = [['2027-01-01', "New Year's Day"], ['2027-03-26', 'Good Friday'], ['2027-03-29', 'Easter Monday'], ['2027-05-03', 'Early May bank holiday'], ['2027-05-31', 'Spring bank holiday'],
    ['2027-06-14', 'Jubilee of a test'], ['2027-08-30', 'Summer bank holiday'], ['2027-12-27', 'Christmas Day'], ['2027-12-28', 'Boxing Day']]
  const file = join(folder, 'bank-holidays.json')
  writeFileSync(file, JSON.stringify({ 'england-and-wales': { division: 'england-and-wales', events: days.map(([date, title]) => ({ title, date, notes: '', bunting: true })) } }))
  const done = demo.run(['calendar', 'import-bank-holidays', file])
  assert.equal(done.code, 0, done.err)
  assert.match(done.out, /14 June 2027 \(Jubilee of a test\)/)
  assert.match(demo.run(['calendar', 'due', '--from', '2027-06-11', '--within', '1 working day']).out, /Tuesday 15 June 2027/)
  assert.equal(demo.run(['calendar', 'import-bank-holidays', '/nowhere.json']).code, 1)
})
