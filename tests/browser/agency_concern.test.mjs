// A worry of an agency that is no school: recorded, referred at once by anybody, decided by the safeguarding lead, heard in the
// child's own words.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessibilityFaults, overflowFaults, structureFaults } from './support/accessibility.mjs'
import { triesToGetRound } from './support/get_round.mjs'
import { CasePage, Home, StartRecord } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, vic, sal
before(async () => {
  stage = await Stage.open('agency-concern')
  await stage.server.toWorkingDay()
  vic = await stage.person('Vic Clubfiction')
  sal = await stage.person('Sal Ringside-Sample')
})
after(() => stage.close())

async function noFaults(tab) {
  for (const [width, height] of [[375, 700], [1280, 900]]) {
    await tab.setViewportSize({ width, height })
    assert.deepEqual([...(await structureFaults(tab)), ...(await accessibilityFaults(tab)), ...(await overflowFaults(tab))], [])
  }
}

async function asks(signInName, path, body) {
  const answer = await fetch(`${stage.server.url}/api/v1${path}`, { method: 'POST', headers: { authorization: `Bearer ${stage.server.token(signInName)}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })
  assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`)
  return answer.json()
}

async function recorded(given) {
  return (await asks('demo.voluntary-worker', '/cases', { procedure: 'agency-concern', subjects: [{ 'given-name': given, 'family-name': 'Clubexample' }], answers: { 'danger-now': false, summary: 'He never has anything to eat with him.', 'through-whom': 'the-child' } })).case
}

describe('a worker of a voluntary organisation', () => {
  let worry
  test('records a worry; the page says whom to ring and that nobody has to be waited for', async () => {
    const start = new StartRecord(vic.tab)
    await start.begin('agency-concern')
    assert.match(await start.words(), /999/)
    await start.tab.getByText('Give a name instead').click()
    await start.write('First name', 'Hanno')
    await start.write('Last name', 'Clubexample-With-Quite-A-Long-Name-Of-Several-Parts')
    await start.continue()
    await start.choose('Is a child in danger right now?', 'Yes')
    await noFaults(vic.tab)
    await start.continue()
    await start.write('What happened, or what worries you?', 'Found alone with the gas on.')
    await start.continue()
    await start.choose('Through whom do you know of it?', "The child, or the child's family, whom I work with")
    while ((await start.heading()) !== 'Check your answers') await start.continue()
    await start.send()
    worry = await start.reference()
  })

  test('refers at once, before a manager, a lead or an assessment', async () => {
    const page = new CasePage(vic.tab, worry)
    await page.open()
    await vic.tab.getByRole('button', { name: "Refer to children's social care now" }).first().click()
    await vic.tab.getByRole('group', { name: 'Where does the child live?' }).getByLabel(/Fenmere/).check()
    await page.choose('Does a child need protecting right now?', 'Yes')
    await page.press("Refer to children's social care now")
    assert.deepEqual(await page.errors(), [])
    const cora = await stage.person('Cora Imagin')
    const home = new Home(cora.tab)
    await home.open()
    assert.ok((await home.lines()).some((line) => line.words.includes('Hanno')))
  })

  test("writes down the child's own account, beside what to do and what not to do", async () => {
    const task = await new CasePage(vic.tab, worry).openTask('Record what the child told you')
    assert.match(await task.words(), /DO NOT press, lead, cross-examine, or promise to keep it secret/)
    await noFaults(vic.tab)
    await task.write('The words', 'He locks the door.')
    await task.write('Whose words are these?', 'Hanno')
    await task.choose('Can the child understand what a referral means, and what may follow from it?', 'Yes')
    await task.press('Record what the child told you')
    const errors = (await task.errors()).join(' ')
    assert.match(errors, /child think of a referral/)
    assert.match(errors, /I listened and watched/)
    await noFaults(vic.tab)
  })
})

describe('the safeguarding lead', () => {
  test('decides, with reasons', async () => {
    const home = new Home(sal.tab)
    await home.open()
    await home.openTask('Decide whether a referral is needed', 'Placeholdersen')
    const task = new CasePage(sal.tab, '')
    await sal.tab.getByLabel('Do not refer', { exact: true }).check()
    await task.press('Record the decision')
    assert.match((await task.errors()).join(), /reason/i)
  })

  test('nobody refers in the ordinary way before the outcome with the parents is written down', async () => {
    const worry = await recorded('Iggy')
    await asks('demo.voluntary-worker', `/cases/${worry}/tasks/discuss-with-manager/do`, { answers: { with: 'Sal', where: 'in-supervision', said: 'Refer.' } })
    await asks('demo.voluntary-worker', `/cases/${worry}/tasks/analyse/do`, { answers: { known: 'Hungry.', impact: 'Tired.', evidence: 'Seen.', strengths: { 'not-known': true }, meaning: 'Neglect.' } })
    await asks('demo.club-safeguarding-lead', `/cases/${worry}/tasks/need-for-referral/decide`, { option: 'refer', reasons: 'It goes on.' })
    await triesToGetRound(stage, {
      person: vic, signInName: 'demo.voluntary-worker', caseId: worry, task: 'refer', gate: 'parents-said', remedy: /Say first whether the parents were spoken to/,
      fields: { 'f-local-authority': 'fenmere', 'f-immediate-protection': 'no' },
      body: { answers: { 'local-authority': 'fenmere', 'immediate-protection': false, impact: 'Tired.', evidence: 'Seen.', 'support-so-far': 'Food.', strengths: 'A kind gran.', wanted: 'Help.', 'parents-informed': true } },
    })
  })
})
