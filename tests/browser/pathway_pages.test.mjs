// The pages of the protection pathway as busy people meet them: what they are asked about stands where they are asked, the
// long forms come in parts, and nothing that only a machine reads is shown.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assertNoFaults } from './support/accessibility.mjs'
import { Ground } from './support/ground.mjs'
import { HearkenPage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

const SOL = 'demo.social-worker', HUGO = 'demo.mash-health', DSL = 'demo.dsl'
const REASON = 'He told his teacher that his uncle hits him with a belt.'
// A moment or an id as it is kept, which nobody should have to read.
const MACHINE = /\d{4}-\d\d-\d\dT\d\d:\d\d|\bRC\d\b(?!\))|\bundefined\b/
let stage, ground, sol, pia, discussion

before(async () => {
  stage = await Stage.open('pathway')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  sol = await stage.person('Sol Specimen')
  pia = await stage.person('Pia Dummitt')
  const named = ['Juniper', 'Otto-Maximilian-Bartholomew'].map((given) => ({ 'given-name': given, 'family-name': 'Invented-Veryverylongfamilyname', born: '2016-05-04' }))
  discussion = await ground.opens(SOL, 'strategy-discussion', named, {
    reason: REASON, 'harm-types': ['physical'], 'immediate-danger': false, 'urgent-cause': true, complex: ['none'], unborn: false, 'in-hospital': false, 'lives-elsewhere': false, 'local-authority': 'fenmere',
    'health-organisation': await ground.organisationOf(HUGO), 'education-organisation': await ground.organisationOf(DSL),
  })
})
after(() => stage.close())

async function words(page) {
  const said = await page.words()
  assert.doesNotMatch(said, MACHINE)
  return said
}

describe('the pages of the protection pathway', () => {
  test('tell the police what the strategy discussion is about, on the page they come to', async () => {
    const page = new HearkenPage(pia.tab)
    await page.open(`/cases/${discussion}`)
    assert.ok((await words(page)).includes(REASON))
    await assertNoFaults(pia.tab)
  })

  test('tell the social worker the same beside what is to be decided', async () => {
    const page = new HearkenPage(sol.tab)
    await page.open(`/cases/${discussion}`)
    await page.follow(/Decide whether/)
    assert.doesNotMatch(await words(page), new RegExp(REASON))
    await sol.tab.getByText('What this is about', { exact: true }).click()
    assert.ok((await words(page)).includes(REASON))
    await assertNoFaults(sol.tab)
  })

  test('ask the record in parts, and say which are still to be filled in', async () => {
    const page = new HearkenPage(sol.tab)
    await page.open(`/cases/${discussion}/tasks/record`)
    assert.match(await words(page), /When, how and who was there.*What is known.*Actions, and who does not agree/)
    await assertNoFaults(sol.tab)
    await page.press('Record what was said and agreed')
    const errors = await page.errors()
    assert.ok(errors.length > 5, errors.join('\n'))
    for (const error of errors) assert.doesNotMatch(error, /^(Select|Enter) (how|when|where|who|which|why)\.$/, 'an error says more than one word of its question')
    await assertNoFaults(sol.tab)
    for (const part of ['When, how and who was there', 'What is known', 'Crime, interviews and telling the family', 'Needs, law and others', 'Actions, and who does not agree']) {
      await page.open(`/cases/${discussion}/tasks/record`)
      await page.follow(part)
      await words(page)
      await assertNoFaults(sol.tab)
    }
  })

  test('take a part without a script, and keep it', async () => {
    const plain = await stage.person('Sol Specimen', { javaScript: false })
    const page = new HearkenPage(plain.tab)
    await page.open(`/cases/${discussion}/tasks/record`)
    await page.follow('What is known')
    await page.write('Where does the concern come from?', 'His teacher.')
    await page.press('Save and continue')
    assert.match(await page.words(), /In progress/)
    await page.follow('What is known')
    assert.equal(await page.written('Where does the concern come from?'), 'His teacher.')
  })

  test('print without the addresses of links, which are made of ids', async () => {
    const page = new HearkenPage(sol.tab)
    await page.open(`/cases/${discussion}`)
    await sol.tab.emulateMedia({ media: 'print' })
    const printed = await sol.tab.locator('main a.govuk-link:visible').evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content))
    await sol.tab.emulateMedia({ media: 'screen' })
    assert.ok(printed.length > 2)
    assert.deepEqual([...new Set(printed)], ['none'])
  })

  test('show who was there and who asked by what people call it, with moments as people write them', async () => {
    const page = new HearkenPage(sol.tab)
    for (const part of ['record', 'people', 'chronology']) {
      await page.open(`/cases/${discussion}?part=${part}`)
      assert.doesNotMatch(await words(page), /\bAsker\b|home-authority/)
      await assertNoFaults(sol.tab)
    }
  })
})
