// Visits to children with a plan, and their review: each child by name, a blank form each time, a reason when a child was not seen alone,
// a child who was not seen; and no way to end a plan but a review that was held, by any address.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assertNoFaults } from './support/accessibility.mjs'
import { Ground } from './support/ground.mjs'
import { HearkenPage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, ground, mo, plan, children
const MANAGER = 'demo.team-manager', LEAD = 'demo.second-social-worker'
const at = (hoursAgo) => `${new Date(Date.now() - hoursAgo * 3600e3).toISOString().slice(0, 19)}Z`
const aVisit = (more) => ({
  'visit-type': 'child-protection', 'planned-at': at(2), 'visited-at': at(2), place: 'home', visitor: 'Wren', announced: true, 'child-seen': true, 'bedroom-seen': true,
  'people-present': [{ name: 'Her mother', relation: 'Mother', new: false }], 'child-presentation': 'Rested.', 'child-said': 'Mum got up today.', 'next-date': '2030-04-01', ...more,
})

before(async () => {
  stage = await Stage.open('protection-visits')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  mo = await stage.person('Mo Figment')
  const named = ['Junia', 'Otto-Maximilian'].map((given) => ({ 'given-name': given, 'family-name': 'Invented-Longfamilyname', born: '2016-05-04' }))
  plan = await ground.opens(MANAGER, 'protection-plan', named, { 'conference-at': at(1), category: 'neglect', 'outline-plan': 'Somebody is up with the children every morning.', 'visit-interval': 'every-10-working-days' })
  children = (await stage.asks(MANAGER, `/cases/${plan}`)).subjects.map((one) => one.person)
})
after(() => stage.close())

describe('visits and reviews of a plan', () => {
  test('ask of each child whether they were seen, and alone', async () => {
    const page = new HearkenPage(mo.tab)
    await page.open(`/cases/${plan}/tasks/visit?child=${children[0]}`)
    const words = await page.words()
    for (const expected of ['Was the child seen?', 'Was the bedroom seen?', 'Was the visit announced?']) assert.ok(words.includes(expected), expected)
    await assertNoFaults(mo.tab)
    const { status, answered } = await stage.calls(LEAD, `/cases/${plan}/tasks/visit/do`, { child: children[0], answers: aVisit({ 'seen-alone': false }) })
    assert.ok(status >= 400, JSON.stringify(answered))
    assert.match(JSON.stringify(answered), /reason-not-alone/)
  })

  test('begin blank each time, and count from the day on which the child was seen', async () => {
    await ground.does(LEAD, plan, 'visit', aVisit({ 'seen-alone': false, 'reason-not-alone': 'She would not leave her mother.' }), { child: children[0] })
    const page = new HearkenPage(mo.tab)
    await page.open(`/cases/${plan}/tasks/visit?child=${children[0]}`)
    assert.equal(await page.written('Who visited'), '')
    await page.open(`/cases/${plan}/tasks/accept-not-alone?child=${children[0]}`)
    assert.match(await page.words(), /Was it right not to see the child alone/)
    await assertNoFaults(mo.tab)
    await page.open(`/cases/${plan}/tasks/accept-not-alone?child=${children[1]}`)
    assert.doesNotMatch(await page.words(), /Was it right not to see the child alone\?.*Decide/s)
  })

  test('are never one that is still to come, and nobody is seen by it', async () => {
    const { status, answered } = await stage.calls(LEAD, `/cases/${plan}/tasks/visit/do`, { child: children[0], answers: aVisit({ 'seen-alone': true, 'visited-at': '2031-01-07T10:00:00Z' }) })
    assert.equal(status, 422, JSON.stringify(answered))
    assert.match(JSON.stringify(answered), /7 January 2031 at 10am is still to come. Enter when it took place/)
  })

  test('are not recorded by sending an empty form, although another was filled in before', async () => {
    const { status, answered } = await stage.calls(LEAD, `/cases/${plan}/tasks/visit/do`, { child: children[0] })
    assert.equal(status, 422, JSON.stringify(answered))
    for (const field of ['visited-at', 'child-seen', 'bedroom-seen']) assert.ok(answered.reasons.some((reason) => reason.field === field), field)
    const next = answered.reasons.filter((reason) => reason.field === 'next-date')
    assert.equal(next.length, 1, 'the next visit is asked for once')
  })

  test('are written up one after the other, the first of them first', async () => {
    await ground.does(LEAD, plan, 'visit', aVisit({ 'seen-alone': true, 'visited-at': at(1) }), { child: children[0] })
    const page = new HearkenPage(mo.tab)
    await page.open(`/cases/${plan}/tasks/write-up-visit?child=${children[0]}`)
    assert.match(await page.words(), /What do you make of it/)
    assert.doesNotMatch(await page.words(), /You cannot do this now/)
    await page.open(`/cases/${plan}`)
    assert.equal(await mo.tab.locator('main a', { hasText: 'Write up what the visit means – Junia' }).count(), 1)
    await page.open(`/people/${children[0]}`)
    assert.match(await page.words(), /Last seen alone/)
    await assertNoFaults(mo.tab)
  })

  test('put a child who was not seen before the manager at once', async () => {
    await ground.does(LEAD, plan, 'visit', { 'visit-type': 'unannounced', 'planned-at': at(1), 'visited-at': at(1), place: 'home', visitor: 'Wren', announced: false, 'child-seen': false, 'reason-not-seen': 'refused', 'bedroom-seen': false, 'next-date': '2030-04-01' }, { child: children[1] })
    const page = new HearkenPage(mo.tab)
    await page.open(`/cases/${plan}/tasks/not-seen-response?child=${children[1]}`)
    assert.match(await page.words(), /What is done because the child was not seen/)
    await assertNoFaults(mo.tab)
    await page.open(`/cases/${plan}/tasks/not-seen?child=${children[1]}`)
    assert.match(await page.words(), /Access was refused/)
    await assertNoFaults(mo.tab)
  })

  test('show what a review asks for, and end no plan without one by any address', async () => {
    const page = new HearkenPage(mo.tab)
    for (const task of ['review-report', 'still-needed', 'review', 'move-review', 'notify-move']) {
      await page.open(`/cases/${plan}/tasks/${task}${['review', 'move-review'].includes(task) ? '' : `?child=${children[0]}`}`)
      await assertNoFaults(mo.tab)
    }
    for (const [task, body] of [
      ['still-needed/decide', { child: children[0], option: 'end-no-service', reasons: 'It is over.' }],
      ['end-plan/do', { child: children[0], answers: { 'ended-at': at(0), 'notice-words': 'It has ended.' } }],
      ['end-without-conference/decide', { child: children[0], option: 'end', reasons: 'It is over.' }],
    ]) {
      const { status, answered } = await stage.calls(MANAGER, `/cases/${plan}/tasks/${task}`, body)
      assert.ok(status >= 400, `${task}: ${JSON.stringify(answered)}`)
    }
    for (const child of (await stage.asks(MANAGER, `/cases/${plan}`)).subjects) assert.ok(!child.outcome, JSON.stringify(child))
    stage.faults()
  })
})
