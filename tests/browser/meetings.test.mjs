// A hub discussion about a referral: who came is asked of each who was invited, its quorum is counted from that, and
// without it the meeting goes on the record only with the reason why it went ahead.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assertNoFaults } from './support/accessibility.mjs'
import { HearkenPage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, mo
before(async () => {
  stage = await Stage.open('meetings')
  await stage.server.toWorkingDay()
  mo = await stage.person('Mo Figment')
})
after(() => stage.close())

const MINUTED = { 'each-agency': 'Police: two calls last month. Health: nothing new.', risk: 'She is alone at night.', threshold: 'Met.', actions: 'A visit today.' }

let families = 0
async function referral() {
  families += 1
  const child = { 'given-name': 'Junia', 'family-name': `Invented${'abcdefgh'[families]}`, born: '2016-05-04' }
  const answers = { 'immediate-protection': true, 'cause-for-concern': 'Nobody is at home at night.', 'local-authority': 'fenmere', 'referrer-type': 'professional', channel: 'online' }
  return (await stage.asks('demo.dsl', '/cases', { procedure: 'referral', subjects: [child], answers })).case
}

const held = async (id) => (await stage.asks('demo.team-manager', `/cases/${id}/events`)).rows.filter((event) => event.kind === 'meeting-held')
const address = (id) => `/cases/${id}/tasks/hub-discussion?act=hold`

class Meeting extends HearkenPage {
  seat(words) {
    return this.tab.getByRole('group', { name: words }).first()
  }
  async came(seat, name, how = 'Was there') {
    await this.seat(seat).getByLabel('Name', { exact: true }).fill(name)
    await this.seat(seat).getByLabel(how, { exact: true }).check()
  }
  async minute() {
    for (const [item, words] of Object.entries(MINUTED)) await this.tab.locator(`#${item}`).fill(words)
  }
  async record() {
    await this.press('Record the meeting')
  }
}

describe('a hub discussion', () => {
  test('asks of each who was invited whether they came, and says what its quorum is', async () => {
    const page = new Meeting(mo.tab)
    await page.open(address(await referral()))
    assert.match(await page.words(), /The quorum: somebody from each of Children.s social care, Police and Health/)
    for (const seat of [/^Team manager \(in the chair\)/, /^Police officer in the MASH/, /^Health professional in the MASH/, /^Designated safeguarding lead/, /^Somebody else, number 2/]) assert.equal(await page.seat(seat).count(), 1, String(seat))
    await assertNoFaults(mo.tab)
    await page.press('Add somebody else')
    assert.equal(await page.seat(/^Somebody else, number 3/).count(), 1)
  })

  test('with its quorum is recorded, with who came and who did not', async () => {
    const id = await referral()
    const page = new Meeting(mo.tab)
    await page.open(address(id))
    await page.came(/^Team manager/, 'Mo Figment')
    await page.came(/^Police officer in the MASH/, 'Pia Dummitt')
    await page.came(/^Designated safeguarding lead/, 'Dana Sampleton', 'Sent information instead')
    const other = page.seat(/^Somebody else, number 1/)
    await other.getByLabel('Name', { exact: true }).fill('Hana Shamwell')
    await other.getByLabel('Role and organisation').fill('Health visitor, Larkfield Surgery')
    await other.getByLabel('Kind of organisation').selectOption({ label: 'Health' })
    await other.getByLabel('Was there', { exact: true }).check()
    await page.minute()
    await page.record()
    const [event] = await held(id)
    assert.ok(event, await page.words())
    await page.open(`/cases/${id}/tasks/hub-discussion`)
    const words = await page.words()
    assert.match(words, /Pia Dummitt, Police officer in the MASH: Was there/)
    assert.match(words, /Dana Sampleton, Designated safeguarding lead: Sent information instead/)
    assert.match(words, /Hana Shamwell, Health visitor, Larkfield Surgery: Was there/)
    assert.match(words, /It had its quorum/)
    assert.match(words, /Police: two calls last month/)
    await assertNoFaults(mo.tab)
    const read = await stage.asks('demo.team-manager', `/cases/${id}/tasks/hub-discussion`)
    assert.equal(read.meeting.held[0].quorate, true)
    assert.deepEqual(read.meeting.held[0].attendance.map((one) => one.came), ['Was there', 'Was there', 'Sent information instead', 'Was there'])
  })

  test('without its quorum asks why it went ahead, keeps what was typed, and then is recorded as not quorate', async () => {
    const id = await referral()
    const page = new Meeting(mo.tab)
    await page.open(address(id))
    await page.came(/^Team manager/, 'Mo Figment')
    await page.came(/^Police officer in the MASH/, 'Pia Dummitt', 'Sent apologies')
    await page.minute()
    assert.equal(await mo.tab.getByLabel('Why did it go ahead without its quorum?').count(), 0)
    await page.record()
    assert.match((await page.errors()).join(' '), /nobody was there for: Police, Health/)
    assert.equal((await held(id)).length, 0)
    assert.equal(await page.seat(/^Team manager/).getByLabel('Name', { exact: true }).inputValue(), 'Mo Figment')
    assert.ok(await page.seat(/^Police officer in the MASH/).getByLabel('Sent apologies').isChecked())
    assert.equal(await mo.tab.locator('#risk').inputValue(), MINUTED.risk)
    await assertNoFaults(mo.tab)
    await mo.tab.getByLabel('Why did it go ahead without its quorum?').fill('It could not wait until Monday.')
    await page.record()
    assert.equal((await held(id)).length, 1)
    await page.open(`/cases/${id}/tasks/hub-discussion`)
    assert.match(await page.words(), /It did not have its quorum: nobody was there for: Police, Health/)
    assert.match(await page.words(), /It could not wait until Monday/)
  })

  test('says at whom it cannot tell whether they came, and who they were', async () => {
    const id = await referral()
    const page = new Meeting(mo.tab)
    await page.open(address(id))
    await page.came(/^Team manager/, '')
    await page.seat(/^Somebody else, number 2/).getByLabel('Name', { exact: true }).fill('Somebody from housing')
    await page.minute()
    await page.record()
    const errors = (await page.errors()).join(' ')
    assert.match(errors, /Enter the name of who came \(team manager\)/)
    assert.match(errors, /Say whether Somebody from housing was there/)
    assert.match(errors, /Enter the role and organisation of Somebody from housing/)
    await mo.tab.getByRole('link', { name: /Say whether Somebody from housing/ }).click()
    assert.match(await mo.tab.evaluate(() => document.activeElement.name), /^attendance--\d+--attended$/)
    assert.equal((await held(id)).length, 0)
  })

  test('cannot be called quorate by whoever sends it: not by its address, not by the API', async () => {
    const id = await referral()
    const { request } = mo.tab.context()
    const csrf = /name="_csrf" value="([^"]+)"/.exec(await (await request.get(`${stage.server.url}/`)).text())[1]
    const items = Object.fromEntries(Object.entries(MINUTED).map(([item, words]) => [`item-${item}`, words]))
    const posted = await request.post(stage.server.url + address(id), { form: { ...items, quorate: 'yes', _do: 'hold', _csrf: csrf }, headers: { origin: stage.server.url }, maxRedirects: 0 })
    assert.equal(posted.status(), 422, 'nobody was there')
    for (const record of [MINUTED, { ...MINUTED, attendance: [{ who: 'team-manager', name: 'Mo Figment', attended: 'yes' }, { who: 'mash-police', name: 'Pia Dummitt', attended: 'apologies' }] }]) {
      const { status, answered } = await stage.calls('demo.team-manager', `/cases/${id}/tasks/hub-discussion/hold`, { record, quorate: true })
      assert.equal(status, 422)
      assert.match(JSON.stringify(answered), /quorum/)
    }
    assert.equal((await held(id)).length, 0)
  })
})
