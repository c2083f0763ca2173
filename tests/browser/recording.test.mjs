// Writing a worry down, on a telephone, by somebody who then knows only that it has arrived.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assertNoFaults } from './support/accessibility.mjs'
import { CasePage, DemonstrationPeople, Home, StartRecord } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage
before(async () => { stage = await Stage.open('recording') })
after(() => stage.close())

const WORRY = 'Maya hid two bread rolls in her coat at lunch and cried when I asked.'
const HER_WORDS = 'They are for later. Leo has not had any.'

// From the start page to the receipt: the number of pages that were sent on the way.
async function record(tab, { phone = false } = {}) {
  const start = new StartRecord(tab)
  let sent = 0
  const onward = async () => {
    if (phone) await assertNoFaults(start)
    await start.continue()
    sent += 1
  }
  await start.open('/')
  await tab.getByRole('main').getByRole('button', { name: /concern/i }).first().click()
  await start.assertAt('Which child or children is it about?')
  await start.find('Testwell')
  await start.tick('TESTWELL, Maya')
  await start.tick('TESTWELL, Leo')
  await onward()
  await start.assertAt("What was each child's part in it?")
  await start.choose(/^Maya Testwell/, 'May have been harmed')
  await start.choose(/^Leo Testwell/, 'Brother, sister or another child affected by it')
  await onward()
  await start.choose('Is a child in danger right now?', 'No')
  await onward()
  await start.write('What happened, or what worries you?', WORRY)
  await onward()
  await start.write('The words', HER_WORDS)
  await start.write('Whose words are these?', 'Maya')
  await onward()
  while ((await start.heading()) !== 'Check your answers') await onward()
  const checked = await start.words()
  for (const words of [WORRY, HER_WORDS, 'May have been harmed', 'Brother, sister or another child affected by it']) assert.ok(checked.includes(words), `${words} is not among the answers: ${checked}`)
  if (phone) await assertNoFaults(start)
  await start.send()
  sent += 1
  await start.assertAt('Received')
  return { reference: await start.reference(), sent }
}

describe('a midday supervisor with a telephone', () => {
  test('records a concern in a few short pages and gets a receipt, nothing more', async () => {
    const sam = await stage.person('Sam Testwell', { phone: true })
    const { reference, sent } = await record(sam.tab, { phone: true })
    assert.ok(sent <= 9, `${sent} pages were sent`)

    const page = new CasePage(sam.tab, reference)
    const received = await page.words()
    assert.ok(!received.includes(WORRY), 'the receipt repeats the worry')
    await page.open()
    await page.assertAt('You recorded this')
    assert.match(await page.words(), /received by/i)
    assert.ok(!(await page.words()).includes(WORRY))

    for (const closed of ['/tasks/weigh', '/who-can-see', '/notes', '/tasks/response']) {
      const answer = await page.tab.goto(`/cases/${reference}${closed}`)
      assert.ok([403, 404].includes(answer.status()), `${closed} answered ${answer.status()}`)
    }
    for (const part of ['record', 'chronology', 'people']) {
      await page.open(part)
      assert.ok(!(await page.words()).includes(WORRY), part)
    }
    await page.tab.goto(`/cases/${reference}/history`)
    assert.match(await page.words(), /nothing here that your part in this record includes/)
    const home = new Home(sam.tab)
    await home.open()
    assert.match(await home.words(), /What you recorded/)
  })

  test('is asked for what is missing, and keeps what was typed', async () => {
    const sam = await stage.person('Sam Testwell', { phone: true })
    const start = new StartRecord(sam.tab)
    await start.begin('school-concern')
    await start.continue()
    assert.match((await start.errors()).join(), /Choose the child/)
    await start.write('Search by name', 'Testwell')
    await start.press('Search')
    await start.tick('TESTWELL, Maya')
    await start.continue()
    await start.continue()
    await start.choose('Is a child in danger right now?', 'Yes')
    await start.continue()
    await start.continue()
    assert.equal((await start.errors()).length, 1)
    assert.match(await start.tab.title(), /^Error: /)
    await assertNoFaults(start)
  })
})

test('without JavaScript the same pages work', async () => {
  const sam = await stage.visitor({ phone: true, javaScript: false })
  await new DemonstrationPeople(sam.tab).signInAs('Sam Testwell')
  const { reference } = await record(sam.tab)
  assert.match(reference, /./)
})

describe('a referral by a health visitor', () => {
  test('is a long form in sections, each of which can be left and taken up again', async () => {
    const hana = await stage.person('Hana Shamwell')
    const start = new StartRecord(hana.tab)
    await start.begin('referral')
    await start.tab.getByText('Give a name instead').click()
    await start.write('First name', 'Junia')
    await start.write('Last name', 'Invented-Longname')
    await start.continue()
    const sections = () => start.tab.locator('.govuk-task-list__link').allInnerTexts()
    const names = (await sections()).slice(1)
    assert.ok(names.length >= 6, names.join())
    for (const name of names) {
      await start.follow(name)
      await start.tab.setViewportSize({ width: 375, height: 700 })
      await assertNoFaults(start)
      await start.tab.setViewportSize({ width: 1280, height: 900 })
      if (name === 'What is happening') {
        await start.choose('Does a child need protecting right now?', 'No')
        await start.write('What are you worried about?', 'Left with a neighbour for three days.')
      }
      if (name === 'The children') await start.choose('Where do the children live?', 'Fenmere County Council')
      await start.press('Save and continue')
      if ((await start.heading()) === name) await start.press('Save and continue')
      assert.deepEqual(await start.errors(), [])
    }
    await start.tab.getByRole('button', { name: 'Check your answers' }).click()
    assert.match(await start.words(), /Left with a neighbour for three days\./)
    await assertNoFaults(start)
    await start.send()
    await start.assertAt('Received')
    await assertNoFaults(start)
  })
})
