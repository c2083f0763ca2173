import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { demonstrated, folder, root } from './support/hearken.mjs'

const organisation = "Fenmere County Council, children's social care"
const bring = (demo, file, ...more) => demo.run(['import', 'cin-census', file, '--organisation', organisation, ...more])

const episode = (referred, closed) =>
  `<CINdetails><CINreferralDate>${referred}</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>${closed ? `<CINclosureDate>${closed}</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>` : ''}<ReferralNFA>0</ReferralNFA></CINdetails>`
const child = (number, ...episodes) =>
  `<Child><ChildIdentifiers><LAchildID>${number}</LAchildID><PersonBirthDate>2015-05-01</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>${episodes.join('')}</Child>`
function census(name, year, ...children) {
  const file = join(folder, `${name}.xml`)
  writeFileSync(file, `<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>${year}</Year><ReferenceDate>${year}-03-31</ReferenceDate></CollectionDetails><Source><LEA>975</LEA></Source></Header>\n<Children>${children.join('\n')}</Children></Message>`)
  return file
}

test('a dry run says what is in doubt, names no child, and changes nothing', () => {
  const demo = demonstrated('census-dry')
  const file = census('dry', 2024, child('INVENTED1', episode('2023-10-02', '2023-09-01')))
  for (let i = 0; i < 2; ++i) {
    const dry = bring(demo, file, '--dry-run')
    assert.equal(dry.code, 0, dry.err)
    assert.match(dry.out, /line 2: error 8630: episode 1, CINclosureDate: Closed 2023-09-01 is before Referred 2023-10-02/)
    assert.match(dry.out, /1 children \(1 new, 0 known\), 1 episodes \(1 new/)
    assert.doesNotMatch(dry.out, /INVENTED1/)
  }
})

test('the same return twice changes nothing; the next year\'s adds what is new and corrects what is different', () => {
  const demo = demonstrated('census-twice')
  const first = census('first', 2024, child('INVENTED1', episode('2023-10-02')), child('INVENTED2', episode('2023-11-01', '2023-12-01')))
  assert.match(bring(demo, first).out, /2 children \(2 new, 0 known\), 2 episodes \(2 new, 0 changed, 0 unchanged\), 3 entries in chronologies/)
  assert.match(bring(demo, first).out, /2 children \(0 new, 2 known\), 2 episodes \(0 new, 0 changed, 2 unchanged\), 0 entries in chronologies/)
  const next = census('next', 2025, child('INVENTED1', episode('2023-10-02', '2024-06-03'), episode('2024-09-02')))
  assert.match(bring(demo, next).out, /1 children \(0 new, 1 known\), 2 episodes \(1 new, 1 changed, 0 unchanged\), 2 entries in chronologies/)
  const checked = demo.run(['rebuild', '--check'])
  assert.equal(checked.code, 0, checked.err + checked.out)
})

test('the report holds every value in doubt with the child and what was written', () => {
  const demo = demonstrated('census-report')
  const report = join(folder, 'doubts.csv')
  const done = bring(demo, census('report', 2024, child('INVENTED1', episode('2023-02-30'))), '--report', report)
  assert.equal(done.code, 0, done.err)
  const lines = readFileSync(report, 'utf8').trim().split('\r\n')
  assert.equal(lines[0], 'line,severity,rule,child,place,item,written,why')
  assert.ok(lines.some((line) => line.includes('"INVENTED1"') && line.includes('"2023-02-30"')), lines.join('\n'))
})

test('what is no return is refused in words', () => {
  const demo = demonstrated('census-none')
  const file = join(folder, 'none.xml')
  writeFileSync(file, '<Message><Children>')
  const done = bring(demo, file)
  assert.equal(done.code, 1)
  assert.match(done.err, /not XML/)
})

for (const [name, expected] of Object.entries({ 'cin-census-sample.xml': /332 children \(332 new, 0 known\), 402 episodes \(402 new/, 'cin-census-2026-example.xml': /2 children \(2 new, 0 known\), 2 episodes \(2 new/ })) {
  const file = join(root, '../shared/data', name)
  test(`${name}, made by others, is brought in whole`, { skip: existsSync(file) ? false : `${file} is not here` }, () => {
    const demo = demonstrated(`census-${name}`)
    const done = bring(demo, file)
    assert.equal(done.code, 0, done.err)
    assert.match(done.out, expected)
  })
}
