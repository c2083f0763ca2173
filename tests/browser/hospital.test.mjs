// A child in hospital who must not be discharged yet: the hold, the gates before the discharge, and what happens in spite of it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessibilityFaults, overflowFaults, structureFaults } from './support/accessibility.mjs'
import { triesToGetRound } from './support/get_round.mjs'
import { CasePage, HearkenPage, Home } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, nia, dara
before(async () => {
  stage = await Stage.open('hospital')
  nia = await stage.person('Nia Wardsample')
  dara = await stage.person('Dara Roundsley-Test')
})
after(() => stage.close())

async function asks(signInName, path, body) {
  const answer = await fetch(`${stage.server.url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${stage.server.token(signInName)}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`)
  return answer.json()
}

const ADMISSION = { concern: 'suspected', 'cause-for-concern': 'A burn with a straight edge.', 'serious-injury': true, 'immediate-protection': true, ward: 'Lapwing Ward', lives: 'other-area', 'home-authority-area': 'aldwick' }

async function held(given, admission = ADMISSION) {
  const made = await asks('demo.ward-nurse', '/cases', { procedure: 'hospital-child-safeguard', subjects: [{ 'given-name': given, 'family-name': 'Wardexample' }], answers: admission })
  return made.case
}

async function discharge() {
  const moment = (await stage.server.now()).toISOString().replace(/\.\d+Z$/, 'Z')
  return { 'discharged-at': moment, 'went-with': 'Her father' }
}

describe('the child on the ward', () => {
  let hold
  test('stands in the ward\'s work with what is still to be done', async () => {
    const home = new Home(nia.tab)
    await home.open()
    assert.ok((await home.lines()).some((line) => line.title === "Ring the children's social care of the hospital's area" && line.words.includes('Quillexample')), JSON.stringify(await home.lines()))
    const link = nia.tab.locator('.hearken-work li').filter({ hasText: 'Quillexample' }).getByRole('link').first()
    hold = new URL(await link.getAttribute('href'), 'http://x').pathname.split('/')[2]
  })

  test('is shown to everybody on the ward as held, in words', async () => {
    const page = new CasePage(dara.tab, hold)
    await page.open()
    assert.match(await page.words(), /Discharge held/i)
    for (const [width, height] of [[1280, 900], [375, 700]]) {
      await dara.tab.setViewportSize({ width, height })
      assert.deepEqual([...(await structureFaults(dara.tab)), ...(await accessibilityFaults(dara.tab)), ...(await overflowFaults(dara.tab))], [])
    }
    await dara.tab.setViewportSize({ width: 1280, height: 900 })
  })

  test('cannot be recorded as discharged: the page says which call is missing, not which was made', async () => {
    const page = new CasePage(dara.tab, hold)
    const task = await page.openTask('Record the discharge')
    const words = await task.words()
    assert.match(words, /hospital's own area has not been rung/)
    assert.match(words, /No strategy discussion has been held/)
    assert.doesNotMatch(words, /of the child's home has not been rung/)
  })

  test('is a referral for both authorities, and the hospital\'s record is not theirs', async () => {
    for (const name of ['Cora Imagin', 'Ola Citysample']) {
      const officer = await stage.person(name)
      const list = new HearkenPage(officer.tab)
      await list.open('/cases')
      assert.match(await list.words(), /Quillexample/)
      await list.open(`/cases/${hold}`)
      assert.doesNotMatch(await list.words(), /spiral break/)
    }
  })

  test('is not there for a school or for another agency', async () => {
    for (const name of ['Dana Sampleton', 'Hugo Pseudonym', 'Vic Clubfiction']) {
      const other = await stage.person(name)
      assert.equal((await other.tab.goto(`/cases/${hold}`)).status(), 404, name)
    }
  })
})

describe('nobody gets round the hold', () => {
  const tries = async (caseId, gate, remedy) => {
    const answers = await discharge()
    await triesToGetRound(stage, { person: dara, signInName: 'demo.hospital-doctor', caseId, task: 'discharge', gate, remedy, body: { answers, why: 'The bed is needed.' }, fields: { 'f-went-with': 'Her father', why: 'The bed is needed.', _confirmed: 'yes' } })
  }
  test('while the home authority has not been rung', async () => tries(await held('Ada'), 'home-authority-told', /of the child's home has not been rung/))
  test('while the hospital\'s own authority has not been rung', async () => tries(await held('Bea'), 'hospital-authority-told', /hospital's own area has not been rung/))
  test('while no strategy discussion is settled', async () => tries(await held('Cleo'), 'strategy-settled', /no social care manager has decided/))
  test('while the consultant does not know of a serious injury', async () => tries(await held('Della'), 'consultant-told', /duty consultant paediatrician has to be told/))

  test('nor by saying that two authorities are one', async () => {
    const hold = await held('Edda')
    const now = (await discharge())['discharged-at']
    await asks('demo.ward-nurse', `/cases/${hold}/tasks/inform-paediatrician/do`, { answers: { 'informed-at': now, who: 'Dr Consultest' } })
    await asks('demo.ward-nurse', `/cases/${hold}/tasks/ring-home-authority/do`, { answers: { 'rung-at': now, authority: 'Aldwick City Council', 'spoke-to': 'Ola', 'was-said': 'She stays.', reference: { 'not-known': true } } })
    await asks('demo.ward-nurse', `/cases/${hold}/tasks/ring-hospital-authority/do`, { answers: { 'same-authority': true } })
    await tries(hold, 'hospital-authority-told', /one call counts for both only where/)
  })

  test('nor by closing the record by hand as a discharge', async () => {
    const hold = await held('Fifi')
    const close = new HearkenPage(dara.tab)
    await close.open(`/cases/${hold}/close`)
    assert.equal(await dara.tab.getByLabel('Discharged with the safeguards in place').count(), 0)
    const answer = await fetch(`${stage.server.url}/api/v1/cases/${hold}/close`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stage.server.token('demo.hospital-doctor')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ outcome: 'discharged', reason: 'She has gone home.' }),
    })
    assert.equal(answer.status, 422, await answer.clone().text())
    assert.match(await answer.text(), /reached only by doing what comes before it/)
  })
})

describe('a family that takes the child', () => {
  test('is written down without anything in the way, and both authorities and the police hear at once', async () => {
    const hold = await held('Gia')
    const page = new CasePage(nia.tab, hold)
    await page.open()
    await nia.tab.getByRole('button', { name: 'Say that the child has left or was taken' }).first().click()
    await page.write('What happened, and when?', 'Her father carried her out.')
    await page.choose('Have the police been rung on 999?', 'Yes')
    await page.press('Say that the child has left or was taken')
    assert.deepEqual(await page.errors(), [])
    for (const name of ['Cora Imagin', 'Ola Citysample', 'Pia Dummitt', 'Nell Namedly']) {
      const told = await stage.person(name)
      const notices = new HearkenPage(told.tab)
      await notices.open('/notices')
      assert.match(await notices.words(), /Alarm: a child who must not be discharged/, name)
    }
  })
})
