// The recognition guidance: looked up, ticked onto a record with what was seen, and what a sign calls for opened at once.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assertNoFaults } from './support/accessibility.mjs'
import { triesToGetRound } from './support/get_round.mjs'
import { CasePage, HearkenPage, StartRecord } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, dana
before(async () => {
  stage = await Stage.open('recognition')
  await stage.server.toWorkingDay()
  dana = await stage.person('Dana Sampleton')
})
after(() => stage.close())

// A concern with these signs ticked.
async function concernWith(signs) {
  const { rows } = await stage.asks('demo.dsl', '/pupils/search', { words: 'Testwell' })
  const child = rows[0].person
  const made = await stage.asks('demo.dsl', '/cases', { procedure: 'school-concern', subjects: [{ person: child, part: 'harmed' }], answers: { 'danger-now': false, summary: 'A dressing on an arm.', ...signs } })
  return { id: made.case, child }
}

describe('the guidance', () => {
  test('is found by its words, read by topic, and can be printed', async () => {
    const page = new HearkenPage(dana.tab)
    await page.open('/recognition')
    await page.assertAt('Recognition guidance')
    assert.match(await page.words(), /A sign is not proof/)
    await page.write('Search recognition guidance', 'frenulum')
    await page.press('Search')
    await page.follow(/Broken teeth/)
    await page.assertAt('Injuries and other signs of physical abuse')
    assert.match(await page.words(), /Edition 2023, in force since 1 September 2023/)
    assert.match(await page.words(), /Working Together to Safeguard Children, the 2018 text/)
    await assertNoFaults(dana.tab)
    await page.open('/recognition?words=nothingofthesort')
    assert.match(await page.words(), /Nothing here has all of these words/)
  })

  test('on a telephone the levels of need are readable by anybody, without signing in', async () => {
    const anybody = await stage.visitor({ phone: true })
    await anybody.tab.goto('/levels-of-need')
    const page = new HearkenPage(anybody.tab)
    await page.assertAt('Levels of need')
    for (const words of ['Universal', 'Emerging needs', 'Complex needs', 'Specialist and safeguarding needs', 'It is never a score']) assert.ok((await page.words()).includes(words), words)
    await assertNoFaults(anybody.tab)
    const closed = await anybody.tab.goto('/recognition')
    assert.ok(closed.url().includes('/sign-in'))
  })

  test('the documents to consult say when they are to be looked at again', async () => {
    const page = new HearkenPage(dana.tab)
    await page.open('/threshold-library')
    await page.assertAt('Documents to consult')
    assert.match(await page.words(), /To be looked at again by|Review was due/)
    await assertNoFaults(dana.tab)
  })
})

describe('a sign ticked on the guidance', () => {
  for (const javaScript of [true, false])
    test(`goes onto a record, which asks what was seen${javaScript ? '' : ' (without JavaScript)'}`, async () => {
      const tess = await stage.person('Tess Exampleby', { javaScript })
      const start = new StartRecord(tess.tab)
      await start.open('/recognition/physical')
      await start.tick(/^Any bruise or mark on a baby/)
      await start.press('Tick these onto a record')
      await start.assertAt('Which child or children is it about?')
      await start.find('Testwell')
      await start.tick('TESTWELL, Maya')
      await start.continue()
      await start.choose(/^Maya Testwell/, 'May have been harmed')
      for (let pages = 0; (await start.heading()) !== 'Injuries and other physical signs'; pages += 1) {
        assert.ok(pages < 12, `never came to the signs: ${await start.heading()}`)
        const happened = tess.tab.getByLabel('What happened, or what worries you?')
        if (await happened.count()) await happened.fill('A mark on his cheek.')
        await start.continue()
      }
      assert.match(await start.words(), /Refer now, and the child must be seen by a paediatrician today/)
      await start.continue()
      assert.match((await start.errors()).join(), /Any bruise or mark on a baby.*give the details/)
      if (javaScript) await assertNoFaults(tess.tab)
      await tess.tab.getByLabel(/^What was seen\?.*baby who does not yet crawl/).fill('A round mark, as big as a thumb.')
      for (let pages = 0; (await start.heading()) !== 'Check your answers'; pages += 1) {
        assert.ok(pages < 12, `never came to the answers: ${await start.heading()} ${await start.errors()}`)
        await start.continue()
      }
      assert.match(await start.words(), /A round mark, as big as a thumb/)
      await start.send()
      await start.assertAt('Received')
      const record = new CasePage(dana.tab, await start.reference())
      await record.open()
      const words = await record.words()
      for (const title of ['Act at once on what was seen', 'Record the injury and every explanation', 'Talk it over', 'Look for more information']) assert.ok(words.includes(title), `${title}: ${words}`)
    })
})

describe('nobody gets round', () => {
  test('the record of an injury before it is judged', async () => {
    const { id, child } = await concernWith({ 'signs-seen': ['physical'], 'indicators-burns': ['burn-linear'], 'indicators-burns.burn-linear-text': 'A straight mark.' })
    await triesToGetRound(stage, {
      signInName: 'demo.dsl', person: dana, caseId: id, task: 'injury-suspicious', child, act: 'decide', gate: 'injury-recorded', remedy: /explanations are not recorded yet/,
      fields: { option: 'both', reasons: 'It looks like it.' }, body: { option: 'both', reasons: 'It looks like it.' },
    })
  })
})
