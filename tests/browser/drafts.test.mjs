// Nothing that was typed is lost: not when the session ends, not when somebody else was quicker.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CasePage, DemonstrationPeople, HearkenPage, Home, StartRecord } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, concern
before(async () => {
  stage = await Stage.open('drafts')
  const dana = await stage.person('Dana Sampleton')
  const start = new StartRecord(dana.tab)
  await start.begin('school-concern')
  await start.find('Testwell')
  await start.tick('TESTWELL, Leo')
  await start.continue()
  while ((await start.heading()) !== 'Check your answers') {
    const worry = start.tab.getByLabel('What happened, or what worries you?')
    if (await worry.count()) await worry.fill('Leo is very quiet.')
    await start.continue()
  }
  await start.send()
  concern = await start.reference()
  const acknowledge = await new CasePage(dana.tab, concern).openTask('Acknowledge the concern')
  await acknowledge.press('Acknowledge the concern')
})
after(() => stage.close())

const BEST = 'What would be best for this child, and why?'

async function weigh(tab) {
  const page = await new CasePage(tab, concern).openTask('Weigh the concern')
  return page
}

async function draftSaved(page) {
  await page.tab.getByText(/Draft saved at/).waitFor()
}

test('a draft is kept while typing and stands there after signing out and in again', async () => {
  const dana = await stage.person('Dana Sampleton')
  const page = await weigh(dana.tab)
  await page.write(BEST, 'A calm place to talk, tomorrow morning.')
  await draftSaved(page)
  await page.press('Sign out')
  await new DemonstrationPeople(dana.tab).signInAs('Dana Sampleton')
  const again = await weigh(dana.tab)
  assert.equal(await again.written(BEST), 'A calm place to talk, tomorrow morning.')
  assert.match(await again.words(), /What you had typed here has been kept/)
})

test('a form sent after the session has ended waits behind the sign-in', async () => {
  const dana = await stage.person('Dana Sampleton')
  const page = await weigh(dana.tab)
  await page.write(BEST, 'His grandmother is asked first.')
  await stage.server.later({ minutes: 31 })
  await page.press('Save and come back later')
  assert.match(page.path, /^\/sign-in/)
  assert.match(await page.words(), /kept/i)
  await new DemonstrationPeople(dana.tab).signInAs('Dana Sampleton')
  const again = await weigh(dana.tab)
  assert.equal(await again.written(BEST), 'His grandmother is asked first.')
})

test('of two tabs on one form the second is shown what the first saved, and keeps its own words', async () => {
  const dana = await stage.person('Dana Sampleton')
  const devi = await stage.person('Devi Madeup')
  await new Home(devi.tab).actAs('Deputy designated safeguarding lead, Millbrook Lane Primary School (covering for Dana Sampleton)')
  const first = await weigh(dana.tab)
  const second = await weigh(devi.tab)
  await first.write(BEST, 'Dana: a word with his mother today.')
  await first.save()
  assert.deepEqual(await first.errors(), [])
  await second.write(BEST, 'Devi: breakfast club from tomorrow.')
  await second.save()
  assert.match(await second.words(), /Somebody saved this form while you were writing/)
  assert.match(await second.words(), /Dana: a word with his mother today\./)
  assert.equal(await second.written(BEST), 'Devi: breakfast club from tomorrow.')
  await second.write(BEST, 'A word with his mother today, and breakfast club from tomorrow.')
  await second.save()
  assert.deepEqual(await second.errors(), [])
  const kept = await weigh(dana.tab)
  assert.equal(await kept.written(BEST), 'A word with his mother today, and breakfast club from tomorrow.')
})

test('the screen is hidden by three presses of a key, and what was typed is underneath', async () => {
  const dana = await stage.person('Dana Sampleton')
  const page = await weigh(dana.tab)
  await page.write(BEST, 'Half a sentence')
  for (let i = 0; i < 3; i += 1) await page.tab.keyboard.press('Escape')
  await page.tab.getByRole('dialog', { name: 'Screen hidden' }).waitFor()
  assert.equal(await page.tab.title(), 'New page')
  const covered = () => page.tab.evaluate(() => document.elementFromPoint(300, 200).closest('.hearken-cover') !== null)
  assert.ok(await covered())
  await page.press('Continue')
  assert.equal(await page.written(BEST), 'Half a sentence')
  await page.assertAt('Weigh the concern')
})

test('without a script the button to hide the screen leads to an empty page', async () => {
  const dana = await stage.visitor({ javaScript: false })
  await new DemonstrationPeople(dana.tab).signInAs('Dana Sampleton')
  const home = new Home(dana.tab)
  await home.open()
  await home.tab.getByRole('button', { name: /hide this screen/i }).or(home.tab.getByRole('link', { name: /hide this screen/i })).first().click()
  assert.equal(new HearkenPage(dana.tab).path, '/hidden')
  assert.doesNotMatch(await dana.tab.locator('body').innerText(), /Leo|Testwell|concern/i)
})
