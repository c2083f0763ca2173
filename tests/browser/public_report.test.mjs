// Somebody without an account tells of a worry, on a telephone and without a script; social care has it at once; nobody else
// learns who told.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assertNoFaults } from './support/accessibility.mjs'
import { triesToPass } from './support/get_round.mjs'
import { HearkenPage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage
before(async () => { stage = await Stage.open('public-report') })
after(() => stage.close())

const WORRY = 'The little one stands at the window crying until late, most evenings.'
const TOLD_BY = 'Nan Nextdoor-Sample'

// From the front page to the page where everything is checked. Time passes, as it does for somebody who reads.
async function write(tab, { anonymity = /Only social workers/ } = {}) {
  const page = new HearkenPage(tab)
  const onward = async () => {
    await assertNoFaults(page)
    await page.press('Continue')
  }
  await page.open('/report')
  await assertNoFaults(page)
  await page.follow(/A relative, a friend/)
  await assertNoFaults(page)
  await page.press('Start now')
  await page.choose('Is a child in danger right now?', 'No')
  await onward()
  await page.write('What have you seen or heard?', WORRY)
  await onward()
  await page.write(/first name/, 'Nils')
  await page.write(/last name/, 'Imaginby')
  await page.write(/How old/, '4')
  await page.choose(/Which council's area/, 'Fenmere County Council')
  await onward()
  await onward()
  await page.choose('Who may know that it was you?', anonymity)
  if (!String(anonymity).includes('Nobody')) await page.write('Your name', TOLD_BY)
  await onward()
  assert.equal(await page.heading(), 'Check what you have written')
  await assertNoFaults(page)
  await stage.server.later({ minutes: 2 })
  return page
}

describe('a neighbour with a telephone', () => {
  let reference
  test('tells of a worry and is given a reference, and nothing of it is shown again', async () => {
    const neighbour = await stage.visitor({ phone: true })
    const page = await write(neighbour.tab)
    assert.ok((await page.words()).includes(WORRY))
    await page.press('Send it')
    await assertNoFaults(page)
    reference = (await page.words()).match(/PR-[0-9A-Z]{4}-[0-9A-Z]{3}/)?.[0]
    assert.ok(reference, await page.words())
    const whole = await neighbour.tab.content()
    for (const words of [WORRY, TOLD_BY, 'Imaginby']) assert.ok(!whole.includes(words), `${words} is on the last page`)
    assert.equal(page.path, '/report/received')
    for (const cookie of await neighbour.tab.context().cookies()) assert.ok(!decodeURIComponent(cookie.value).includes('Imaginby') && cookie.httpOnly, cookie.name)
  })

  test('reaches nothing else with it', async () => {
    const neighbour = await stage.visitor()
    for (const address of ['/cases', '/people', '/notices', '/', '/start/public-concern']) {
      await neighbour.tab.goto(address)
      assert.match(new URL(neighbour.tab.url()).pathname, /^\/sign-in/, address)
    }
  })

  test('is found by the reference at the front door, as a report and a referral', async () => {
    const cora = await stage.person('Cora Imagin')
    const list = new HearkenPage(cora.tab)
    await list.open('/cases')
    await list.write('Reference that a member of the public names', reference.toLowerCase())
    await list.press('Find the report')
    assert.match(list.path, /^\/cases\/[0-9a-z]+$/)
    assert.match(await list.words(), /Passed to children's social care/)
    await list.follow('Record and decisions')
    assert.ok((await list.words()).includes(WORRY))
    assert.ok((await list.words()).includes(TOLD_BY), 'social care may know who told')
    await list.open('/cases?procedure=referral&state=open')
    assert.match(await list.words(), /Nils Imaginby/)
  })

  test('is known to no school by that reference', async () => {
    const cora = await stage.person('Cora Imagin')
    await cora.tab.goto('/cases?reference=PR-2222-222')
    assert.match(await cora.tab.locator('main').innerText(), /There is no report of that reference/)
  })
})

describe('the pages before and after', () => {
  test('need no script, and say what happens with what is told', async () => {
    const visitor = await stage.visitor({ javaScriptEnabled: false, scripts: false })
    const page = new HearkenPage(visitor.tab)
    for (const address of ['/report', '/report/public', '/report/child', '/report/professional', '/report/anonymity']) {
      const answer = await page.open(address)
      assert.equal(answer.status(), 200, address)
      assert.match(await page.words(), /999/)
    }
    await page.open('/report/child')
    await page.press('Start')
    assert.equal(await page.heading(), 'Right now')
  })

  test('ask again on an error and keep what was typed', async () => {
    const visitor = await stage.visitor({ phone: true })
    const page = new HearkenPage(visitor.tab)
    await page.open('/report/public')
    await page.press('Start now')
    await page.press('Continue')
    await assertNoFaults(page)
    assert.match(await page.words(), /There is a problem/)
  })
})

test('a worry taken by telephone is not closed before it has been talked over', async () => {
  const cora = await stage.person('Cora Imagin')
  await cora.tab.goto('/cases?procedure=public-concern&state=open')
  const links = cora.tab.getByRole('main').getByRole('link', { name: /worry from a member of the public/i })
  const caseId = new URL(await links.last().getAttribute('href'), 'http://x').pathname.split('/')[2]
  await triesToPass(stage, { person: cora, signInName: 'demo.contact-officer', caseId, at: 'passing-on', gate: 'talked-over', ends: 'passed-on', remedy: /Talk it over with your manager/ })
})
