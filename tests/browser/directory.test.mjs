// Whom to ring: found from anywhere, right for the hour, and kept by people.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assertNoFaults } from './support/accessibility.mjs'
import { HearkenPage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage
before(async () => {
  stage = await Stage.open('directory')
  await stage.server.toWorkingDay()
})
after(() => stage.close())

describe('who to ring', () => {
  test('is one press from a page, without an account, and answers for the hour', async () => {
    const visitor = await stage.visitor({ phone: true })
    const page = new HearkenPage(visitor.tab)
    await page.open('/sign-in')
    await page.follow('Who to ring')
    await assertNoFaults(page)
    await page.tab.getByLabel('Where does the child live?').selectOption({ label: 'Fenmere County Council' })
    await page.tab.getByLabel('What is the worry?').selectOption({ label: 'A child is being hurt or neglected, or may be' })
    await page.press('Show who to ring')
    await assertNoFaults(page)
    const first = await page.tab.locator('.hearken-ring-first').innerText()
    assert.match(first, /Fenmere children's social care, front door/)
    assert.match(first, /01632 960101/)
    assert.match(page.path, /area=fenmere/)
    await stage.server.later({ hours: 12 })
    await page.open(page.path)
    assert.match(await page.tab.locator('.hearken-ring-first').innerText(), /Emergency Duty Team/)
    assert.ok(!(await page.words()).includes('Designated officer'), 'a visitor sees what is public')
  })

  test('is a poster for the staff room', async () => {
    const dana = await stage.person('Dana Sampleton')
    const page = new HearkenPage(dana.tab)
    await page.open('/contacts')
    await page.follow('A poster for the staff room')
    await assertNoFaults(page)
    for (const words of ['999', '01632 960101', '01632 960199', 'Designated officer']) assert.ok((await page.words()).includes(words), words)
  })
})

describe('the directory', () => {
  test('lists what nobody has checked for six months, until somebody does', async () => {
    const petra = await stage.person('Petra Protoname')
    const page = new HearkenPage(petra.tab)
    await page.open('/admin/directory')
    await assertNoFaults(page)
    assert.match(await page.words(), /To be checked.*Sexual behaviour service/)
    await page.follow('Sexual behaviour service')
    await assertNoFaults(page)
    await page.press('It is right: checked today')
    assert.ok(!/To be checked.*Sexual behaviour service/.test(await page.words()))
  })

  test('takes a new service with its faults told, and retires it', async () => {
    const petra = await stage.person('Petra Protoname')
    const page = new HearkenPage(petra.tab)
    await page.open('/admin/directory/new')
    await page.write('Name of the service or team', 'A service with a name so long that it has to be broken over several lines on a telephone and in a list')
    await page.write('Hours', 'now and then')
    await page.press('Add the service')
    await assertNoFaults(page)
    assert.match(await page.words(), /are not hours that are understood/)
    await page.tab.getByLabel('Kind of service').selectOption({ label: 'Another service' })
    await page.write('Telephone', '01632 960177')
    await page.write('Hours', 'always')
    await page.press('Add the service')
    assert.match(await page.words(), /The service has been added/)
    await page.tab.getByRole('button', { name: 'Retire' }).click()
    await assertNoFaults(page)
    await page.press('Retire it')
    assert.match(await page.words(), /Retired/)
  })

  test('is closed to whoever does not keep it', async () => {
    const dana = await stage.person('Dana Sampleton')
    assert.equal((await dana.tab.goto('/admin/directory')).status(), 403)
  })
})
