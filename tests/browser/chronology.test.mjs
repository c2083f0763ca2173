// A chronology: what people add to it, whom their agency lets read it, and the PDF that is made for somebody by name.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { assertNoFaults } from './support/accessibility.mjs'
import { HearkenPage, recordOf } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage
before(async () => { stage = await Stage.open('chronology') })
after(() => stage.close())

const HOSTILE = '<script>alert(1)</script> "Łucja" said שלום 😀'

async function addEntry(page, record, { when, exactness = 'This very day', what, impact = '', source = 'Health visitor’s letter', significant = true }) {
  await page.open(`${record}/chronology/add`)
  await page.write('When did it happen?', when)
  await page.choose('How exactly is that known?', exactness)
  await page.tab.getByLabel('What kind of event was it?').selectOption('Health')
  await page.write('What happened?', what)
  await page.write('What did it mean for the child? (if you know)', impact)
  await page.write('Where do you know it from?', source)
  await page.tab.getByLabel(/This is significant/).setChecked(significant)
  await page.press('Add it')
}

describe('the chronology of a child', () => {
  let record

  test('takes an entry whose day is not known, and says what it meant for the child', async () => {
    const dana = await stage.person('Dana Sampleton')
    const page = new HearkenPage(dana.tab)
    record = await recordOf(page, 'Maya Testwell')
    await page.open(`${record}/chronology`)
    await assertNoFaults(page)
    await page.open(`${record}/chronology/add`)
    await assertNoFaults(page)
    await addEntry(page, record, { when: '31/2/2019', what: HOSTILE })
    assert.match(await page.words(), /must be a real date/)
    await assertNoFaults(page)
    assert.equal(await page.written('What happened?'), HOSTILE, 'what was typed is kept')
    await addEntry(page, record, { when: '1/3/2019', exactness: 'Only the month is known', what: HOSTILE, impact: 'She stopped eating at school.' })
    assert.match(await page.heading(), /^Maya Testwell/)
    const words = await page.words()
    for (const said of ['March 2019', '<script>alert(1)</script>', 'She stopped eating at school.', 'Health visitor’s letter']) assert.ok(words.includes(said), `${said} is not in ${words.slice(0, 800)}`)
    await assertNoFaults(page)
  })

  test('is another agency’s only when it is shared, and only what is shared', async () => {
    const dana = await stage.person('Dana Sampleton')
    const page = new HearkenPage(dana.tab)
    await addEntry(page, record, { when: '5/6/2021', what: 'A private matter of the school.' })
    await page.open(`${record}/chronology/share`)
    await assertNoFaults(page)
    await page.press('Share these entries')
    assert.match(await page.words(), /Choose at least one entry/)
    const receiver = await page.tab.getByLabel('Which organisation is to read it?').locator('option').evaluateAll((all) => all.map((one) => one.textContent).find((name) => /social care/i.test(name)))
    assert.ok(receiver, 'children’s social care is not among the organisations')
    await page.tab.getByLabel('Which organisation is to read it?').selectOption(receiver)
    await page.write('What do they need it for?', 'They assess her.')
    await page.write('Why is it lawful?', 'Her mother agreed.')
    await page.tab.getByLabel(/March 2019/).first().check()
    await page.press('Share these entries')
    assert.match(await page.words(), /Her mother agreed/)
    await page.follow('End it')
    await assertNoFaults(page)
    await page.write('Why?', 'They have what they need.')
    await page.press('End it')
    assert.match(await page.words(), /Ended/)
  })

  test('is made into a PDF with numbered pages for somebody by name', async () => {
    const dana = await stage.person('Dana Sampleton')
    const page = new HearkenPage(dana.tab)
    await page.open(`${record}/chronology/print`)
    await assertNoFaults(page)
    await page.press('See what they will read')
    assert.match(await page.words(), /Say for whom it is made/)
    await page.write('For whom is it made?', 'Judge A. Invented')
    await page.write('Their organisation (if they have one)', 'Larkstow Family Court')
    await page.write('What do they need it for?', 'The hearing of 3 December.')
    await page.press('See what they will read')
    assert.equal(await page.heading(), 'What they will read')
    await assertNoFaults(page)
    const [download] = await Promise.all([page.tab.waitForEvent('download'), page.press('Make the PDF')])
    const path = await download.path()
    const text = execFileSync('pdftotext', ['-layout', path, '-']).toString()
    for (const said of ['Made for Judge A. Invented, Larkstow Family Court', 'Page 1 of ', 'OFFICIAL-SENSITIVE', '<script>alert(1)</script>', 'She stopped eating at school.', '😀']) assert.ok(text.includes(said), `${said} is not in the PDF:\n${text.slice(0, 3000)}`)
    const facts = execFileSync('pdfinfo', [path]).toString()
    assert.ok(!facts.includes('Testwell'), `the file’s description names the child:\n${facts}`)
    assert.match(facts, /Tagged:\s+yes/)
    assert.ok(readFileSync(path).length > 5000)
    await page.open(record)
    assert.match(await page.words(), /for Judge A\. Invented/, 'what was made is on the child’s record')
  })
})
