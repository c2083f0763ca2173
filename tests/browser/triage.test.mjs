// The triage board: what a safeguarding lead sees first, one key away; and closing, which no way round opens too early.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessibilityFaults, overflowFaults } from './support/accessibility.mjs'
import { triesToGetRound } from './support/get_round.mjs'
import { HearkenPage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, dana
before(async () => {
  stage = await Stage.open('triage')
  dana = await stage.person('Dana Sampleton')
})
after(() => stage.close())

async function asks(path, body, token = stage.server.token('demo.dsl')) {
  const answer = await fetch(`${stage.server.url}/api/v1${path}`, { method: body ? 'POST' : 'GET', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: body && JSON.stringify(body) })
  assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`)
  return answer.json()
}

const lines = (tab) => tab.locator('.hearken-triage__line').evaluateAll((all) => all.map((one) => one.innerText.replace(/\s+/g, ' ')))

describe('the board', () => {
  test('says above everything else who is in danger now, whatever is filtered', async () => {
    for (const address of ['/triage', '/triage?show=mine', '/triage?sort=name']) {
      await dana.tab.goto(address)
      const warnings = await dana.tab.locator('main .govuk-warning-text').allInnerTexts()
      assert.ok(warnings.some((words) => /In danger now: PRETENDWOOD, Arlo/.test(words)), `${address}: ${warnings}`)
    }
  })

  test('is one link from home, danger first, then the longest unopened', async () => {
    const { tab } = dana
    await tab.goto('/')
    await new HearkenPage(tab).follow('Open the triage board')
    const shown = await lines(tab)
    assert.ok(shown.length >= 5, shown.join('\n'))
    const waiting = shown.filter((line) => line.includes('Not acknowledged for'))
    assert.match(waiting[0], /not going home tonight/, 'forty minutes before twenty-five before eight')
    assert.match(waiting.at(-1), /A photograph of Adela/)
    assert.match(waiting[0], /Recorded by Sam Testwell/)
    assert.match(shown.join(' '), /Brothers and sisters: .*(Notrealson|Pretendwood)/)
  })

  test('opens a concern with one key, and leaves keys alone while somebody types', async () => {
    const { tab } = dana
    await tab.goto('/triage')
    const first = await tab.locator('[data-triage-open]').first().getAttribute('href')
    const second = await tab.locator('[data-triage-open]').nth(1).getAttribute('href')
    await tab.getByLabel('Find a child or words of a worry').fill('')
    await tab.getByLabel('Find a child or words of a worry').press('1')
    assert.equal(new URL(tab.url()).pathname, '/triage')
    await tab.locator('h1').click()
    await Promise.all([tab.waitForURL(`**${first}`), tab.keyboard.press('1')])
    await tab.goto('/triage')
    await tab.keyboard.press('j')
    await tab.keyboard.press('j')
    await Promise.all([tab.waitForURL(`**${second}`), tab.keyboard.press('o')])
    await tab.goto('/triage')
    await tab.getByText('Keys', { exact: true }).click()
    await tab.getByRole('button', { name: 'Turn the keys off' }).click()
    await tab.keyboard.press('1')
    assert.equal(new URL(tab.url()).pathname, '/triage')
    await tab.getByRole('button', { name: 'Turn the keys on' }).click()
  })

  test('finds by words that never stand in an address, filters and sorts', async () => {
    const { tab } = dana
    await tab.goto('/triage')
    await tab.getByLabel('Find a child or words of a worry').fill('photograph')
    await tab.getByRole('button', { name: 'Find' }).click()
    assert.equal((await lines(tab)).length, 1)
    assert.doesNotMatch(tab.url(), /photograph/)
    await tab.goto('/triage?show=weighing&sort=child')
    for (const line of await lines(tab)) assert.doesNotMatch(line, /Not acknowledged/)
    await tab.goto('/triage?show=closing')
    assert.match(await tab.locator('main').innerText(), /none of these now/)
  })

  test('works without JavaScript, in one piece on a telephone, and accessible', async () => {
    const plain = await stage.person('Dana Sampleton', { javaScriptEnabled: false })
    await plain.tab.goto('/triage')
    const first = await plain.tab.locator('[data-triage-open]').first().getAttribute('href')
    await plain.tab.locator('[data-triage-open]').first().click()
    assert.ok(plain.tab.url().endsWith(first))
    await dana.tab.goto('/triage')
    assert.deepEqual(await accessibilityFaults(dana.tab), [])
    await dana.tab.setViewportSize({ width: 375, height: 700 })
    assert.deepEqual(await overflowFaults(dana.tab), [])
    await dana.tab.setViewportSize({ width: 1280, height: 900 })
  })

  test('is nobody else’s', async () => {
    const sam = await stage.person('Sam Testwell')
    assert.equal((await sam.tab.goto('/triage')).status(), 403)
    sam.tab.faults.splice(0)
  })
})

describe('weighing', () => {
  test('has the family, earlier records and the levels of need on the same page', async () => {
    const { rows } = await asks('/pupils/search', { words: 'Testwell' })
    const made = await asks('/cases', { procedure: 'school-concern', subjects: [{ person: rows[0].person, part: 'harmed' }], answers: { 'danger-now': false, summary: 'He came without a coat again.' } })
    await asks(`/cases/${made.case}/tasks/acknowledge/do`, {})
    await dana.tab.goto(`/cases/${made.case}/tasks/weigh`)
    const words = await dana.tab.locator('main').innerText()
    assert.match(words, /Around this child/)
    assert.match(words, /Testwell, /)
    assert.match(words, /Your organisation's other records/)
    assert.match(words, /He came without a coat again/)
    assert.match(words, /is your judgement/)
    await dana.tab.getByRole('link', { name: /Set the level of need/ }).first().click()
    const beside = await dana.tab.locator('main').innerText()
    assert.match(beside, /Which level of need applies\?/)
    assert.match(beside, /He came without a coat again/, 'the facts stand beside the levels')
  })
})

describe('a concern is not closed', () => {
  async function readyToClose() {
    const { rows } = await asks('/pupils/search', { words: 'Testwell' })
    const child = rows[0].person
    const { case: id } = await asks('/cases', { procedure: 'school-concern', subjects: [{ person: child, part: 'harmed' }], answers: { 'danger-now': false, summary: 'Tired again.' } })
    const me = (await asks('/me')).user
    const act = (task, what, body) => asks(`/cases/${id}/tasks/${task}/${what}`, body)
    await act('acknowledge', 'do', {})
    await act('weigh', 'do', { answers: { 'immediate-risk': false, categories: ['neglect'], 'best-interests': 'Sleep.' } })
    await act('hear-the-child', 'do', { child, answers: { 'wishes-and-feelings': 'To sleep at gran’s.' } })
    await act('consider-risks-outside-home', 'do', { child, answers: { 'risks-outside-home': 'no' } })
    await act('response', 'decide', { option: 'record-and-monitor', reasons: 'We watch for a week.' })
    const today = (await stage.server.now()).toISOString().slice(0, 10)
    await act('keep-watch', 'do', { answers: { actions: [{ what: 'Ask every morning', who: me, 'by-when': today }], 'look-again-on': today } })
    await act('look-again', 'do', {})
    return { id, child, act }
  }
  const fields = { _confirmed: 'yes', 'f-follow-up': 'We asked every day.', 'f-outcome': 'She sleeps.' }
  const body = { answers: { 'follow-up': 'We asked every day.', outcome: 'She sleeps.' } }

  test('without the child’s wishes', async () => {
    const { id, child, act } = await readyToClose()
    await act('hear-the-child', 'reopen', { child, reason: 'She wants to say something else.' })
    await triesToGetRound(stage, { person: dana, signInName: 'demo.dsl', caseId: id, task: 'close', gate: 'child-was-heard', remedy: /child's wishes and feelings, or why they could not be obtained, are missing/, fields, body })
  })

  test('without a decision and its reasons', async () => {
    const { id, act } = await readyToClose()
    await act('response', 'reopen', { reason: 'It was about another child.' })
    await triesToGetRound(stage, { person: dana, signInName: 'demo.dsl', caseId: id, task: 'close', gate: 'decided', remedy: /decision and its reasons are missing/, fields, body })
  })

  test('with something agreed still open, unless it is said why', async () => {
    const { id } = await readyToClose()
    await triesToGetRound(stage, { person: dana, signInName: 'demo.dsl', caseId: id, task: 'close', gate: 'actions-followed-up', remedy: /Something that was agreed is not finished/, fields, body })
    await asks(`/cases/${id}/tasks/close/do`, { ...body, why: 'The family has moved away.' })
  })
})
