import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { demonstrated, folder } from './support/hearken.mjs'

// A school of the demonstration without pupils.
const school = '900011'
const heading = 'Adm No,Legal Surname,Forename,DOB,Sex,Year,Class,Address Line 1,Postcode,Contact 1 Name,Contact 1 Relationship,Contact 1 Telephone,Contact 1 Parental Responsibility,Shoe size'
const rows = [
  '1,Testerby,Ottilie,2017-05-04,F,4,4A,1 Invented Row,FN7 1AA,Olga Testerby,Mum,01632 960001,yes,34',
  '2,Testerby,Oskar,2019-02-11,M,2,2A,1 Invented Row,FN7 1AA,Olga Testerby,Mum,01632 960001,yes,30',
  '3,Fictley,Una,2016-11-30,F,5,5B,,,,,,,33',
]
function roll(name, lines) {
  const file = join(folder, `${name}.csv`)
  writeFileSync(file, [heading, ...lines].join('\r\n') + '\r\n')
  return file
}
const imported = (demo, file, ...more) => demo.run(['import', 'roster', file, '--school', school, ...more])

test('a dry run says what would change and changes nothing', () => {
  const demo = demonstrated('roster-dry')
  const file = roll('dry', rows)
  for (let i = 0; i < 2; ++i) {
    const dry = imported(demo, file, '--dry-run')
    assert.equal(dry.code, 0, dry.err)
    assert.match(dry.out, /Dry run: 3 rows: 3 new, 0 changed, 0 unchanged, 0 to decide/)
    assert.match(dry.out, /column "Shoe size" is not read/)
    assert.doesNotMatch(dry.out, /Ottilie|Testerby|Invented Row/)
  }
})

test('the same file twice changes nothing the second time, and one change changes one pupil', () => {
  const demo = demonstrated('roster-twice')
  const file = roll('twice', rows)
  const first = imported(demo, file)
  assert.equal(first.code, 0, first.err)
  assert.match(first.out, /3 pupils added, 0 changed, 0 unchanged/)
  assert.match(imported(demo, file).out, /0 pupils added, 0 changed, 3 unchanged/)
  const moved = roll('moved', [rows[0].replace('4,4A', '5,5A').replace('1 Invented Row', '22 Other Row'), rows[1], rows[2]])
  assert.match(imported(demo, moved, '--dry-run').out, /row 1: changed: .*year-group.*class.*address/)
  assert.match(imported(demo, moved).out, /0 pupils added, 1 changed, 2 unchanged/)
  assert.match(imported(demo, moved).out, /0 pupils added, 0 changed, 3 unchanged/)
  assert.equal(demo.run(['audit', 'verify']).code, 0)
})

test('rows with faults are kept out by row and line, and the rest is taken in', () => {
  const demo = demonstrated('roster-faults')
  const done = imported(demo, roll('faults', [rows[0], '4,Nodate,Nils,31/02/2017,M,4,4A,,,,,,,', rows[2]]))
  assert.equal(done.code, 1)
  assert.match(done.out, /2 pupils added/)
  assert.match(done.err, /row 2 \(line 3\): DOB/)
  assert.match(done.err, /1 row was kept out/)
})

test('pupils in no row stay until --end-leavers is said', () => {
  const demo = demonstrated('roster-leavers')
  imported(demo, roll('leavers', rows))
  const fewer = roll('fewer', rows.slice(0, 2))
  const kept = imported(demo, fewer)
  assert.equal(kept.code, 0, kept.err)
  assert.match(kept.err, /1 pupil on the roll is in no row/)
  assert.match(imported(demo, fewer, '--end-leavers').out, /1 registration ended/)
  assert.match(imported(demo, fewer, '--end-leavers').out, /0 registrations ended/)
})

test('a heading can be told, and one that is not there is refused', () => {
  const demo = demonstrated('roster-map')
  const file = join(folder, 'told.csv')
  writeFileSync(file, 'Familienname,Vorname,Geboren\nTesterby,Ottilie,2017-05-04\n')
  assert.equal(imported(demo, file, '--dry-run').code, 1)
  const told = ['--map', 'Familienname=surname', '--map', 'Vorname=given-name', '--map', 'Geboren=date-of-birth']
  assert.match(imported(demo, file, '--dry-run', ...told).out, /1 new/)
  assert.equal(imported(demo, file, '--dry-run', ...told, '--map', 'Schuhe=ignore').code, 1)
  assert.equal(demo.run(['import', 'roster', file, '--school', '111111']).code, 1)
  assert.equal(demo.run(['import', 'roster', '/nowhere.csv', '--school', school]).code, 1)
})
