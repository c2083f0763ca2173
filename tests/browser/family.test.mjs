// The people around a child: added, ended, drawn as a map, and two records found to be of one person.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assertNoFaults } from './support/accessibility.mjs'
import { HearkenPage, recordOf } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage
before(async () => { stage = await Stage.open('family') })
after(() => stage.close())

describe('a family', () => {
  let record

  test('gains an aunt, whose tie ends and stays on the record', async () => {
    const dana = await stage.person('Dana Sampleton')
    const page = new HearkenPage(dana.tab)
    record = await recordOf(page, 'Maya Testwell')
    await page.open(`${record}/family`)
    await assertNoFaults(page)
    await page.follow('Add somebody around this child')
    await assertNoFaults(page)
    await page.press('Add them')
    assert.match(await page.words(), /Choose what they are to this child/)
    await assertNoFaults(page)
    await page.write('Or somebody new: first name', 'Juniper')
    await page.write('Family name', 'Testwell')
    await page.tab.getByLabel('What are they to this child?').selectOption('Aunt or uncle')
    await page.write('Where do you know it from?', 'Her mother said so.')
    await page.press('Add them')
    assert.match(await page.words(), /Juniper Testwell/)
    await page.tab.getByRole('row', { name: /Juniper/ }).getByRole('link', { name: /It ended/ }).click()
    await assertNoFaults(page)
    await page.write('On which day did it end?', '1/2/2020')
    await page.write('What changed, and where do you know it from?', 'They no longer speak.')
    await page.press('Record that it ended')
    assert.match(await page.words(), /Juniper Testwell.*until 1 February 2020/)
  })

  test('has a secret address that only those named read', async () => {
    const dana = await stage.person('Dana Sampleton')
    const page = new HearkenPage(dana.tab)
    await page.open(`${record}/family/address`)
    await assertNoFaults(page)
    await page.write('Address, a line each', '7 Hidden Yard\nLarkstow')
    await page.write('Postcode', 'FN1 9ZZ')
    await page.choose('What is it to this child?', 'Temporary')
    await page.choose('Must it be kept secret?', 'Yes: a refuge')
    await page.write('If yes: why, and from whom?', 'From her father.')
    await page.write('Where do you know it from?', 'The refuge rang.')
    await page.press('Add the address')
    assert.match(await page.words(), /7 Hidden Yard/)
    const hilary = await stage.person('Hilary Pretendle')
    await hilary.tab.goto(record)
    assert.ok(!(await hilary.tab.content()).includes('Hidden Yard'), 'somebody not named reads the secret address')
  })

  test('is drawn as a map that is told in words too', async () => {
    const dana = await stage.person('Dana Sampleton')
    const page = new HearkenPage(dana.tab)
    await page.open(`${record}/map`)
    assert.ok(await page.tab.locator('svg').count(), 'nothing is drawn')
    assert.match(await page.words(), /birth mother of Maya Testwell/)
    await assertNoFaults(page)
    await page.follow('The view for the family')
    await assertNoFaults(page)
  })

  test('has two records of one person joined by the front door, and parted again', async () => {
    const cora = await stage.person('Cora Imagin')
    const page = new HearkenPage(cora.tab)
    await page.open(`${record}/join`)
    await assertNoFaults(page)
    const leo = (await recordOf(page, 'Leo Testwell')).split('/').pop()
    await page.open(`${record}/join`)
    const other = page.tab.getByLabel(/Another record/)
    if (await other.count()) await other.fill(leo)
    else await page.tab.getByRole('radio', { name: /Leo/ }).check()
    await page.choose('Are they the same person?', 'Yes: join the two records')
    await page.press('Save')
    assert.match(await page.words(), /Say how you know/)
    await assertNoFaults(page)
    await page.write('How do you know?', 'Tried on purpose.')
    await page.press('Save')
    assert.match(await page.words(), /Leo Testwell: joined by/)
    await page.write('Why should it be undone?', 'They are brother and sister.')
    await page.press('Undo: they are two people')
    assert.match(await page.words(), /undone .*They are brother and sister/)
    const dana = await stage.person('Dana Sampleton')
    assert.equal((await dana.tab.goto(`${record}/join`)).status(), 403, 'a school may not join records')
  })
})
