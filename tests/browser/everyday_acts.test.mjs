// Acts of everyday work that stand on no page of a single journey: sending and answering, meeting, more time, lifting a
// restriction, opening in an emergency, and signing in with a password and a second factor.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { accessibilityFaults, overflowFaults } from './support/accessibility.mjs'
import { CasePage, HearkenPage, Home } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage
before(async () => {
  stage = await Stage.open('everyday-acts')
  await stage.server.toWorkingDay()
})
after(() => stage.close())

async function asks(signInName, path, body) {
  const answer = await fetch(`${stage.server.url}/api/v1${path}`, { method: body ? 'POST' : 'GET', headers: { authorization: `Bearer ${stage.server.token(signInName)}`, 'content-type': 'application/json' }, body: body && JSON.stringify(body) })
  assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`)
  return answer.json()
}

async function looksRight(tab) {
  assert.deepEqual(await accessibilityFaults(tab), [])
  await tab.setViewportSize({ width: 375, height: 700 })
  assert.deepEqual(await overflowFaults(tab), [])
  await tab.setViewportSize({ width: 1280, height: 900 })
}

async function dated(page, prefix, when) {
  const [year, month, day] = when.toISOString().slice(0, 10).split('-').map(Number)
  for (const [part, value] of Object.entries({ day, month, year })) await page.tab.locator(`[name="${prefix}--${part}"]`).fill(String(value))
}

test('something is sent to another body, chased and answered', async () => {
  const { rows } = await asks('demo.dsl', '/pupils/search', { words: 'Testwell' })
  const made = (await asks('demo.dsl', '/cases', { procedure: 'school-concern', subjects: [{ person: rows[0].person, part: 'harmed' }], answers: { 'danger-now': false, summary: 'A man waits at the gate.' } })).case
  await asks('demo.dsl', `/cases/${made}/tasks/acknowledge/do`, {})
  await asks('demo.dsl', `/cases/${made}/tasks/weigh/do`, { answers: { 'immediate-risk': false, categories: ['risk-outside-the-home'], 'best-interests': 'That somebody asks who he is.' } })
  await asks('demo.dsl', `/cases/${made}/tasks/response/decide`, { option: 'police', reasons: 'The third time.', why: 'The rest follows today.' })
  await asks('demo.dsl', `/cases/${made}/tasks/parents-and-consent/decide`, { option: 'agreed', reasons: 'Her mother rang us herself.' })
  const dana = await stage.person('Dana Sampleton')
  let task = await new CasePage(dana.tab, made).openTask('Report to the police')
  await looksRight(dana.tab)
  await task.write('What you are sending', 'A man in a blue car waits at the gate at three.')
  await task.press('Record it as sent')
  assert.deepEqual(await task.errors(), [])
  task = await new CasePage(dana.tab, made).openTask('Report to the police')
  await looksRight(dana.tab)
  await task.write('What they answered, or what was said when you chased', 'They will ring back.')
  await task.press('Record that you chased it')
  assert.deepEqual(await task.errors(), [])
  task = await new CasePage(dana.tab, made).openTask('Report to the police')
  await task.write('What they answered, or what was said when you chased', 'He is the uncle of another child.')
  await task.press('Record the answer')
  assert.deepEqual(await task.errors(), [])
  const page = new CasePage(dana.tab, made)
  await page.tab.goto(`/cases/${made}/history`)
  assert.match(await page.words(), /He is the uncle of another child/)
})

test('a meeting is arranged, and held with its minutes', async () => {
  const { rows } = await asks('demo.mash-worker', '/cases')
  const referral = rows.find((row) => row.procedure === 'referral' && row.view === 'full' && row.state === 'open').case
  const maisie = await stage.person('Maisie Fabler')
  const page = new CasePage(maisie.tab, referral)
  await page.open()
  await maisie.tab.getByRole('link', { name: 'Hold a hub discussion' }).first().click()
  await looksRight(maisie.tab)
  await dated(page, 'at', new Date((await stage.server.now()).getTime() + 60 * 60_000))
  await page.write('Time', '15:30')
  await page.press('Arrange the meeting')
  assert.deepEqual(await page.errors(), [])
  // Hours later: signed in again, as after any long pause.
  await stage.server.later({ hours: 6 })
  const again = (await stage.person('Maisie Fabler')).tab
  const held = await new CasePage(again, referral).openTask('Hold a hub discussion')
  await looksRight(again)
  for (const seat of await again.locator('main fieldset').filter({ has: again.getByLabel('Was there', { exact: true }), hasNotText: 'Somebody else, number' }).filter({ has: again.getByLabel('Name', { exact: true }) }).all()) {
    await seat.getByLabel('Name', { exact: true }).fill('Invented Attender')
    await seat.getByLabel('Was there', { exact: true }).check()
  }
  for (const area of await again.locator('main textarea').all()) await area.fill('Spoken of, and agreed.')
  await held.press('Record the meeting')
  assert.deepEqual(await held.errors(), [])
  await held.open(`/cases/${referral}/history`)
  assert.match(await held.words(), /hub discussion/i)
})

test('more time is asked for, with who approved it and why', async () => {
  const sal = await stage.person('Sal Ringside-Sample')
  const home = new Home(sal.tab)
  await home.open()
  await home.openTask('Decide whether a referral is needed', 'Placeholdersen')
  const page = new HearkenPage(sal.tab)
  await sal.tab.getByRole('link', { name: 'Ask for more time' }).first().click()
  await looksRight(sal.tab)
  await page.press('Extend the time')
  assert.notEqual((await page.errors()).length, 0)
  await dated(page, 'due', new Date((await stage.server.now()).getTime() + 9 * 24 * 60 * 60_000))
  await page.write('Why is more time needed?', 'The worker who knows him is back on Monday.')
  await sal.tab.getByRole('group', { name: 'Who approved it?' }).or(sal.tab.getByLabel('Who approved it?')).first().waitFor()
  const list = sal.tab.locator('select[name="approver"]')
  if (await list.count()) await list.selectOption({ label: (await list.locator('option').allInnerTexts()).find((name) => name.includes('Linda')) })
  else await sal.tab.getByLabel(/Linda Linefable/).check()
  await page.press('Extend the time')
  assert.deepEqual(await page.errors(), [])
  assert.match(await page.notice(), /The first date stays on the record/)
})

describe('a restricted record', () => {
  let restricted
  before(async () => {
    const mo = await stage.person('Mo Figment')
    await new Home(mo.tab).open()
    restricted = new URL(await mo.tab.locator('.hearken-work li').filter({ hasText: 'Notrealson' }).getByRole('link').first().getAttribute('href'), 'http://x').pathname.split('/')[2]
  })

  test('is opened in an emergency with a reason; those who may see it are told', async () => {
    const wren = await stage.person('Wren Storyline')
    assert.equal((await wren.tab.goto(`/cases/${restricted}`)).status(), 404)
    const page = new HearkenPage(wren.tab)
    await page.open(`/cases/${restricted}/break-glass`)
    await looksRight(wren.tab)
    assert.doesNotMatch(await page.words(), /Notrealson/)
    await page.press('Open it for 24 hours')
    assert.equal((await page.errors()).length, 1)
    await page.write('Why can it not wait?', 'The twins are at the hospital now and nobody else can be reached.')
    await page.press('Open it for 24 hours')
    assert.match(await page.words(), /Notrealson/)
    const mo = await stage.person('Mo Figment')
    const notices = new HearkenPage(mo.tab)
    await notices.open('/notices')
    assert.match(await notices.words(), /emergency/i)
  })

  test('and is closed again to them after a day', async () => {
    await stage.server.later({ hours: 25 })
    const wren = await stage.person('Wren Storyline')
    assert.equal((await wren.tab.goto(`/cases/${restricted}`)).status(), 404)
  })

  test('loses its restriction when one of them lifts it, with a reason', async () => {
    const mo = await stage.person('Mo Figment')
    const page = new CasePage(mo.tab, restricted)
    await page.open()
    await mo.tab.goto(`/cases/${restricted}/who-can-see`)
    await page.follow('Change or lift the restriction')
    await looksRight(mo.tab)
    await mo.tab.getByLabel('No restriction: everybody whose role and part allow it').check()
    await page.press('Save')
    assert.equal((await page.errors()).length, 1)
    await page.write('Why?', 'The colleague has left.')
    await page.press('Save')
    assert.match(await page.notice(), /restriction was lifted/)
    const wren = await stage.person('Wren Storyline')
    assert.equal((await wren.tab.goto(`/cases/${restricted}`)).status(), 200)
  })
})

describe('signing in with a password and a second factor', () => {
  const PASSWORD = 'heron lantern gravel'
  let secret

  // RFC 6238, as an authenticator app counts.
  function code(key, when) {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
    const bits = [...key].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
    const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)))
    const step = Buffer.alloc(8)
    step.writeBigUInt64BE(BigInt(Math.floor(when.getTime() / 30_000)))
    const digest = createHmac('sha1', bytes).update(step).digest()
    return String((digest.readUInt32BE(digest[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
  }

  async function signIn(page, password) {
    await page.open('/sign-in')
    await page.write('Sign-in name', 'demo.ward-nurse')
    await page.tab.locator('input[name="password"]').fill(password)
    await page.press('Sign in')
  }

  test('the first time, the second factor is set up and recovery codes are shown once', async () => {
    const set = stage.server.run(['user', 'password', 'demo.ward-nurse', '--from-standard-input'], { input: `${PASSWORD}\n` })
    assert.equal(set.code, 0, set.err)
    const nobody = await stage.visitor()
    const page = new HearkenPage(nobody.tab)
    await signIn(page, 'not my password at all')
    assert.equal((await page.errors()).length, 1)
    await signIn(page, PASSWORD)
    await page.assertAt('Set up your second factor')
    await looksRight(nobody.tab)
    secret = (await nobody.tab.locator('.hearken-code').first().textContent()).replace(/\s/g, '')
    await page.write('Code from the app', '000000')
    await page.press('Set up')
    assert.equal((await page.errors()).length, 1)
    secret = (await nobody.tab.locator('.hearken-code').first().textContent()).replace(/\s/g, '')
    await page.write('Code from the app', code(secret, await stage.server.now()))
    await page.press('Set up')
    assert.equal(await nobody.tab.locator('.hearken-codes li').count(), 10)
    await looksRight(nobody.tab)
    await nobody.tab.getByRole('button', { name: 'I have kept the codes' }).click()
    assert.match(await page.words(), /Lapwing|work|Nia/)
  })

  test('from then on the code is asked for, and a password alone opens nothing', async () => {
    await stage.server.later({ minutes: 5 })
    const nobody = await stage.visitor()
    const page = new HearkenPage(nobody.tab)
    await signIn(page, PASSWORD)
    await page.assertAt('Enter your code')
    await looksRight(nobody.tab)
    await page.open('/cases')
    assert.match(page.path, /^\/sign-in/)
    await page.open('/sign-in/code')
    await page.write('Code', code(secret, await stage.server.now()))
    await page.press('Continue')
    await page.open('/cases')
    assert.equal(page.path, '/cases')
  })
})
