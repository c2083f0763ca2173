// A child protection conference about a brother and a sister: both limits at one look, no Saturday, an agency that reports in a part of its
// own, no quorum without the agencies, and a decision for each child.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assertNoFaults } from './support/accessibility.mjs'
import { Ground } from './support/ground.mjs'
import { HearkenPage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

const SOL = 'demo.social-worker', MO = 'demo.team-manager', CHAIR = 'demo.conference-chair', UNIT = 'demo.safeguarding-unit-officer', HUGO = 'demo.mash-health', DSL = 'demo.dsl'
let stage, ground, una, hugo, conference, children

// A local day so many days on that is, or is not, a working day.
function dayAfter(days, weekend) {
  const at = new Date(Date.now() + days * 86400e3)
  while ([0, 6].includes(at.getUTCDay()) !== weekend) at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}
const booked = (day, minutes) => ({ 'conference-at': `${day}T10:00:00Z`, 'target-on': dayAfter(15, false), 'within-limit': true, place: 'Room 2', 'minute-taker': minutes, 'access-booked': 'None needed' })

before(async () => {
  stage = await Stage.open('conference')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  una = await stage.person('Una Unitsample')
  hugo = await stage.person('Hugo Pseudonym')
  const named = ['Juniper', 'Otto-Maximilian-Bartholomew'].map((given) => ({ 'given-name': given, 'family-name': 'Invented-Veryverylongfamilyname', born: '2016-05-04' }))
  const now = `${new Date(Date.now() - 3600e3).toISOString().slice(0, 19)}Z`
  conference = await ground.opens(SOL, 'conference', named, {
    trigger: 'enquiry', 'conference-type': 'initial', reason: 'Their uncle hurts them.', 'is-unborn': false, 'section-47-outcome': 'conference', 'strategy-discussion-at': now, 'last-strategy-at': now,
    'section-47-started-at': now, 'interim-safety-plan': 'Their gran stays.', 'local-authority': 'fenmere', 'health-organisation': await ground.organisationOf(HUGO), 'education-organisation': await ground.organisationOf(DSL),
  })
  children = (await stage.asks(MO, `/cases/${conference}`)).subjects.map((one) => one.person)
})
after(() => stage.close())

describe('a conference', () => {
  test('is approved by a manager, and has a chair who is independent', async () => {
    for (const child of children) await ground.does(SOL, conference, 'complete-request', {}, { child })
    await ground.does(SOL, conference, 'household', { 'significant-men': 'The uncle.', parents: [{ name: 'Their mother', relation: 'Mother', 'parental-responsibility': 'yes', invited: 'yes' }], 'joint-attendance': 'one-parent', 'access-needs': ['none'] })
    await ground.decides(SOL, conference, 'approve-request', 'yes')
    const own = await stage.calls(SOL, `/cases/${conference}/tasks/approve-request/sign`, { approve: true })
    assert.ok(own.status >= 400, 'nobody signs their own request')
    await stage.asks(MO, `/cases/${conference}/tasks/approve-request/sign`, { approve: true, text: 'Go on.' })
    await ground.does(UNIT, conference, 'appoint-chair', { chair: (await stage.asks(CHAIR, '/me')).user, independent: true, 'answers-to': 'The director', 'chaired-before': false, 'stays-for-reviews': true })
  })

  test('shows the limit and what is still to be done, on a telephone too', async () => {
    const page = new HearkenPage(una.tab)
    await page.open(`/cases/${conference}`)
    assert.match(await page.words(), /Book/)
    await assertNoFaults(una.tab)
    await page.open(`/cases/${conference}/tasks/book`)
    assert.match(await page.words(), /Hold the conference in time.*Limit in law, 15 working days\. Due by.*When is the conference\?/, 'the date is chosen beside the limit that it has to keep')
    await assertNoFaults(una.tab)
  })

  test('is held on no Saturday', async () => {
    const minutes = (await stage.asks(SOL, '/me')).user
    const { status, answered } = await stage.calls(UNIT, `/cases/${conference}/tasks/book/do`, { answers: { ...booked(dayAfter(5, true), minutes), 'strategy-discussion-relied-on': new Date().toISOString().slice(0, 10) } })
    assert.equal(status, 422)
    assert.ok(answered.reasons.some((reason) => reason.code === 'working-day' && reason.field === 'conference-at'), JSON.stringify(answered.reasons))
    await ground.does(UNIT, conference, 'book', { ...booked(dayAfter(9, false), minutes), 'strategy-discussion-relied-on': new Date().toISOString().slice(0, 10) })
  })

  test('begins its invitations with every agency that has a part or was named for a child', async () => {
    const { tab } = await stage.person('Chas Chairfable')
    const page = new HearkenPage(tab)
    await page.open(`/cases/${conference}/tasks/settle-invitees`)
    const named = await tab.locator('select[name^="f-agencies--"][name$="--agency"]').evaluateAll((lists) => lists.map((list) => list.value))
    for (const one of [await ground.organisationOf(HUGO), await ground.organisationOf(DSL)]) assert.ok(named.includes(one), `${one} is not among ${named}`)
    await assertNoFaults(tab)
  })

  test('asks each agency for a report that no other agency reads', async () => {
    await ground.does(SOL, conference, 'settle-invitees', {
      family: [{ invitee: 'Their mother', role: 'parent', 'attendance-expected': 'attends', method: 'by-hand' }],
      agencies: [{ agency: await ground.organisationOf(DSL), role: 'school-or-setting', who: 'Dana', why: 'Sees them every day', 'attendance-expected': 'attend' }, { agency: await ground.organisationOf(HUGO), role: 'gp', who: 'Hugo', why: 'Knows them', 'attendance-expected': 'report-only' }],
      purpose: 'To decide for each child.',
    })
    await ground.does(UNIT, conference, 'send-invitations')
    const reports = async (who) => (await stage.asks(who, '/cases?procedure=agency-report')).rows.map((one) => one.case ?? one.id)
    const [ours] = await reports(HUGO), [theirs] = await reports(DSL)
    assert.ok(ours && theirs && ours !== theirs)
    assert.equal((await stage.calls(DSL, `/cases/${ours}`)).status, 404, 'the school does not find what health was asked')
    const page = new HearkenPage(hugo.tab)
    await page.open(`/cases/${ours}`)
    await assertNoFaults(hugo.tab)
    // Of the conference itself an agency that was asked reads no form of it.
    const seen = await stage.calls(HUGO, `/cases/${conference}`)
    if (seen.status === 200) assert.deepEqual(seen.answered.forms.filter((form) => /household|report-on-child|child-part/.test(form.form)), [])
    else assert.equal(seen.status, 404)
  })

  test('decides nothing before it was held with a quorum', async () => {
    const { status, answered } = await stage.calls(CHAIR, `/cases/${conference}/tasks/conference/hold`, { record: { reports: 'One.', voice: 'Read.', family: 'Heard.', risks: 'The uncle.', attendance: [{ who: 'social-worker', name: 'Sol', attended: 'yes' }] }, quorate: true })
    assert.ok(status >= 400, JSON.stringify(answered))
    for (const child of children) {
      const decided = await stage.calls(CHAIR, `/cases/${conference}/tasks/threshold/decide`, { child, option: 'plan', reasons: 'Significant harm is likely.' })
      assert.ok(decided.status >= 400, `decided for a child before the conference: ${JSON.stringify(decided.answered)}`)
    }
    const closed = await stage.calls(MO, `/cases/${conference}/close`, { outcome: 'plan', reason: 'It is clear.' })
    assert.ok(closed.status >= 400, 'closing by hand goes past no decision')
  })
})
