// A child protection plan: its first ten days at one look, brothers and sisters each with a line of their own, an action in the tray of
// the school that does it, and nothing more of the plan for that school by any address.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assertNoFaults } from './support/accessibility.mjs'
import { Ground } from './support/ground.mjs'
import { HearkenPage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, ground, mo, dana, plan, children
const MANAGER = 'demo.team-manager', LEAD = 'demo.second-social-worker', SCHOOL = 'demo.dsl'

before(async () => {
  stage = await Stage.open('protection-plan')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  mo = await stage.person('Mo Figment')
  dana = await stage.person('Dana Sampleton')
  const named = ['Junia', 'Otto-Maximilian'].map((given) => ({ 'given-name': given, 'family-name': 'Invented-Longfamilyname', born: '2016-05-04' }))
  plan = await ground.opens(MANAGER, 'protection-plan', named, { 'conference-at': `${new Date(Date.now() - 3600e3).toISOString().slice(0, 19)}Z`, category: 'neglect', 'outline-plan': 'Somebody is up with the children every morning.' })
  children = (await stage.asks(MANAGER, `/cases/${plan}`)).subjects.map((one) => one.person)
})
after(() => stage.close())

describe('a child protection plan', () => {
  test('shows what the first ten days ask, for each child by name', async () => {
    const page = new HearkenPage(mo.tab)
    await page.open(`/cases/${plan}`)
    const words = await page.words()
    for (const expected of ['The first ten days', 'Allocate a named, qualified lead practitioner', 'Junia', 'Otto-Maximilian']) assert.ok(words.includes(expected), expected)
    await assertNoFaults(mo.tab)
  })

  test('says what is missing when the agencies are told in no words', async () => {
    const page = new HearkenPage(mo.tab)
    await page.open(`/cases/${plan}/tasks/tell-agencies?child=${children[0]}`)
    await assertNoFaults(mo.tab)
    await page.press("Tell this child's school, health, GP and the police")
    assert.match(await page.words(), /There is a problem/)
    await assertNoFaults(mo.tab)
  })

  test('asks of a core group who came, and of each child whether they were seen and heard', async () => {
    const page = new HearkenPage(mo.tab)
    await page.open(`/cases/${plan}/tasks/core-group?act=hold`)
    await assertNoFaults(mo.tab)
    const record = { child: 'Both heard.', actions: 'Gone through.', changes: 'The first plan.', attendance: [{ who: 'social-worker', name: 'Wren', kind: 'childrens-social-care', attended: 'yes' }, { who: 'dsl', name: 'Dana', kind: 'school', attended: 'yes' }, { who: 'police-officer', name: 'Pia', kind: 'police', attended: 'yes' }] }
    await stage.asks(MANAGER, `/cases/${plan}/tasks/core-group/hold`, { record })
    await ground.decides(MANAGER, plan, 'effective-meeting', 'effective')
    await page.open(`/cases/${plan}/tasks/record-child?child=${children[1]}`)
    assert.match(await page.words(), /The child: seen and heard.*What has moved, and what has not/)
    await page.follow('The child: seen and heard')
    assert.match(await page.words(), /How did the child take part/)
    await assertNoFaults(mo.tab)
    await page.open(`/cases/${plan}/tasks/write-plan?child=${children[1]}`)
    await assertNoFaults(mo.tab)
  })

  test('does not send the record while a brother or sister has no line of their own', async () => {
    await ground.does(MANAGER, plan, 'record-child', { 'child-participation': 'worker', 'child-view': 'Mum got up on Tuesday.', 'risk-rises': 'no' }, { child: children[0] })
    const { status, answered } = await stage.calls(MANAGER, `/cases/${plan}/tasks/send-core-group-record/do`, { answers: { 'to-members': 'School', 'to-family': 'Their mother', 'to-chair': true, 'left-out': 'Nothing' } })
    assert.ok(status >= 400, JSON.stringify(answered))
    assert.match(JSON.stringify(answered), /every-child-recorded|brothers and sisters/)
  })

  test('puts an action into the tray of the school, which sees that action and nothing else of the plan', async () => {
    const school = await ground.organisationOf(SCHOOL)
    const made = await stage.asks(MANAGER, `/cases/${plan}/tasks/agree-actions/do`, {
      answers: { actions: [{ need: 'Breakfast', what: 'Breakfast club at eight', 'for-whom': 'Both', who: 'The safeguarding lead', organisation: school, 'by-when': '2030-04-01' }] },
    })
    const action = await ground.linked(MANAGER, 'plan-action', made.opened)
    const page = new HearkenPage(dana.tab)
    for (const path of [`/cases/${action}`, `/cases/${action}?part=record`, `/cases/${action}/tasks/say-done`]) {
      await page.open(path)
      assert.match(await page.words(), /Breakfast club at eight/, `${path} says what was agreed`)
      await assertNoFaults(dana.tab)
    }
    for (const path of [`/cases/${plan}`, `/cases/${plan}/tasks/write-plan?child=${children[0]}`, `/cases/${plan}/tasks/record-child?child=${children[0]}`]) {
      await page.open(path)
      assert.doesNotMatch(await page.words(), /Mum got up|every morning/, path)
    }
    assert.equal((await stage.calls(SCHOOL, `/cases/${plan}`)).status, 404)
    stage.faults()
  })

  test('marks beside the supervision what has not moved', async () => {
    const page = new HearkenPage(mo.tab)
    await page.open(`/cases/${plan}`)
    assert.match(await page.words(), /What was agreed, and whether it moves.*Breakfast: Breakfast club at eight/)
    await page.open(`/cases/${plan}?part=chronology`)
    assert.doesNotMatch(await page.words(), /case-opened|meeting-held|decision-made/)
    await page.open(`/cases/${plan}/tasks/supervise`)
    assert.match(await page.words(), /What was agreed: has it moved\?/)
    await assertNoFaults(mo.tab)
  })
})
