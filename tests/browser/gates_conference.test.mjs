// The gates of a child protection conference, of the agencies' reports to it and of its papers hold whichever way somebody comes.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { triesToGetRound, triesToPass, triesToSign } from './support/get_round.mjs'
import { Ground } from './support/ground.mjs'
import { Stage } from './support/stage.mjs'

const SOL = 'demo.social-worker', MO = 'demo.team-manager', CHAIR = 'demo.conference-chair', UNA = 'demo.safeguarding-unit-officer', STELLA = 'demo.service-manager', MINTY = 'demo.minute-taker', HUGO = 'demo.mash-health', DSL = 'demo.dsl'
const at = (hours) => `${new Date(Date.now() + hours * 3600e3).toISOString().slice(0, 19)}Z`
let stage, ground
const people = {}
const by = (signInName, caseId) => ({ ...people[signInName], caseId })
const me = async (signInName) => (await stage.asks(signInName, '/me')).user
before(async () => {
  stage = await Stage.open('gates-conference')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  for (const [signInName, name] of [[SOL, 'Sol Specimen'], [MO, 'Mo Figment'], [CHAIR, 'Chas Chairfable'], [UNA, 'Una Unitsample'], [HUGO, 'Hugo Pseudonym']]) people[signInName] = await ground.who(signInName, name)
})
after(() => stage.close())

const signs = (who, id, task, rest = {}) => stage.asks(who, `/cases/${id}/tasks/${task}/sign`, { ...rest, approve: true, text: 'Looked at.' })
// What somebody in a hurry would send. A reason opens no gate that is shut to them.
function deciding(option, why = 'It cannot wait.') {
  const body = { option, reasons: 'It is clear.', ...(why ? { why } : {}) }
  return { act: 'decide', body, fields: body }
}
const doing = (answers) => ({ body: { answers, why: 'It cannot wait.' }, fields: { why: 'It cannot wait.', _confirmed: 'yes' } })
const role = (remedy) => ({ code: 'role', remedy })
const MANAGER = role(/Team manager/i)

// The day of the conference: a working day near enough to today.
function workingDay(days) {
  const day = new Date(Date.now() + days * 86400e3)
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}
const booked = async (withinLimit) => ({ 'conference-at': `${workingDay(12)}T10:00:00Z`, 'target-on': workingDay(14), 'within-limit': withinLimit, 'minute-taker': await me(MINTY) })
const ATTENDED = [['social-worker', 'childrens-social-care'], ['dsl', 'school'], ['health-professional', 'health']].map(([who, kind]) => ({ who, kind, name: 'Somebody', attended: 'yes' }))
const HELD = { reports: 'Three.', voice: 'Read out.', family: 'Heard.', risks: 'The uncle.', attendance: ATTENDED }

async function asked(given, trigger = 'enquiry', more = {}) {
  const id = await ground.opens(SOL, 'conference', [{ 'given-name': given, 'family-name': 'Inventedconference', born: '2016-05-04' }], {
    trigger, 'conference-type': 'initial', 'is-unborn': false, 'section-47-outcome': 'conference', 'strategy-discussion-at': at(-2), 'last-strategy-at': at(-2), 'section-47-started-at': at(-2),
    'local-authority': 'fenmere', 'health-organisation': await ground.organisationOf(HUGO), 'education-organisation': await ground.organisationOf(DSL), ...more,
  })
  return { id, child: (await stage.asks(MO, `/cases/${id}`)).subjects[0].person }
}

describe('a conference', () => {
  let id, child
  before(async () => {
    ;({ id, child } = await asked('Confera', 'enquiry', { 'strategy-discussion-at': at(-60 * 24) }))
  })

  test('is not asked for incomplete, or without a manager', async () => {
    await triesToGetRound(stage, { ...by(SOL, id), task: 'approve-request', ...deciding('yes'), gate: 'request-complete', remedy: /Say of each child and of the household what the safeguarding unit needs, first/ })
    await ground.does(SOL, id, 'complete-request', {}, { child })
    await ground.does(SOL, id, 'household', { 'other-household-children': [] })
    await ground.decides(SOL, id, 'approve-request', 'yes')
    await triesToSign(stage, { ...by(SOL, id), signature: 'approve-request', ...MANAGER })
    await triesToPass(stage, { ...by(SOL, id), at: 'asked', gate: 'approved-or-refused', ends: 'decided', remedy: /A manager has still to approve the request, or to refuse it in writing/ })
    await signs(MO, id, 'approve-request')
  })

  test('is not withdrawn without its chair', async () => {
    await ground.decides(MO, id, 'withdraw', 'yes')
    await triesToSign(stage, { ...by(MO, id), signature: 'withdraw', ...role(/Conference chair/i) })
    await stage.asks(CHAIR, `/cases/${id}/tasks/withdraw/sign`, { approve: false, text: 'It is needed.' })
  })

  test('is not booked with a chair who has a part in the case', async () => {
    await ground.does(UNA, id, 'appoint-chair', { chair: await me(CHAIR), independent: false })
    await triesToGetRound(stage, { ...by(UNA, id), task: 'book', ...doing(await booked(true)), gate: 'independent', remedy: /The chair has a part in the case or its management. Appoint another/ })
    await ground.does(UNA, id, 'appoint-chair', { chair: await me(CHAIR), independent: true })
  })

  test('is not held late without reasons, a safety check and two signatures', async () => {
    await ground.does(UNA, id, 'book', await booked(false))
    await triesToPass(stage, { ...by(UNA, id), at: 'booking', gate: 'delay-approved', ends: 'decided', remedy: /The date is beyond the limit: reasons, a safety check and the new date are approved by a service manager and the chair first/ })
    await triesToGetRound(stage, { ...by(MO, id), task: 'delay', ...deciding('approve'), gate: 'delay-written', remedy: /Write down first why it is late, how each child is safe and the new date/ })
    await ground.does(SOL, id, 'delay-record', { 'new-date': workingDay(20) })
    await ground.decides(MO, id, 'delay', 'approve')
    await triesToSign(stage, { ...by(MO, id), signature: 'delay', ...role(/Service manager|Conference chair/i) })
    await ground.does(UNA, id, 'book-another-date', await booked(true))
  })

  test('excludes nobody unasked, and leaves nobody untold', async () => {
    await triesToGetRound(stage, { ...by(CHAIR, id), task: 'exclude-another', ...deciding('exclude'), gate: 'another-asked', remedy: /The request comes first, with grounds and evidence/ })
    await ground.does(SOL, id, 'ask-another-exclusion', { anybody: true })
    await triesToGetRound(stage, { ...by(CHAIR, id), task: 'exclude', ...deciding('exclude'), gate: 'asked-with-reasons', remedy: /The request comes first, with grounds and evidence/ })
    await ground.does(SOL, id, 'ask-exclusion', { anybody: true })
    await ground.decides(CHAIR, id, 'exclude', 'exclude')
    await triesToPass(stage, { ...by(CHAIR, id), at: 'preparing', gate: 'exclusions-told', ends: 'decided', remedy: /is told in writing first, with reasons and how to complain/ })
    await ground.does(CHAIR, id, 'tell-excluded')
  })

  test('invites nobody before it is settled who comes', async () => {
    await triesToGetRound(stage, { ...by(UNA, id), task: 'send-invitations', ...doing(), gate: 'listed', remedy: /Settle first who is invited/ })
    await ground.does(SOL, id, 'settle-invitees', { agencies: [{ agency: await ground.organisationOf(HUGO) }] })
  })

  test('has no report shared, or with the chair, that is unwritten or unapproved', async () => {
    await triesToGetRound(stage, { ...by(SOL, id), task: 'approve-report', ...deciding('ready'), gate: 'written', remedy: /Write the report, and the part about each child, first/ })
    await triesToGetRound(stage, { ...by(SOL, id), task: 'report-to-chair', ...doing(), gate: 'approved-for-chair', remedy: /A manager approves the report first/ })
    await triesToGetRound(stage, { ...by(SOL, id), task: 'share-report', ...doing({}), gate: 'report-approved', remedy: /A manager approves the report first/ })
    await ground.does(SOL, id, 'write-report')
    await ground.does(SOL, id, 'report-on-child', {}, { child })
    await ground.decides(SOL, id, 'approve-report', 'ready')
    await triesToSign(stage, { ...by(SOL, id), signature: 'approve-report', ...MANAGER })
    await signs(MO, id, 'approve-report')
  })

  test('is prepared without no child', async () => {
    await triesToPass(stage, { ...by(CHAIR, id), at: 'preparing', gate: 'children-heard', ends: 'decided', remedy: /Of each child it must be said what they want and how they take part/ })
    await ground.does(SOL, id, 'childs-part', { invited: false }, { child })
  })

  test('an agency sends no report that says nothing of each child, and nobody says for it that it came', async () => {
    const made = await ground.does(UNA, id, 'send-invitations')
    const report = await ground.linked(UNA, 'agency-report', made.opened)
    await triesToGetRound(stage, { ...by(HUGO, report), witness: UNA, task: 'send-report', ...doing(), gates: [['written', /Write your report first; if you hold nothing, say so in it/], ['each-child', /Say of each child what you know/]] })
    await triesToPass(stage, { ...by(UNA, report), at: 'awaited', gate: 'in-or-missing', ends: 'received', remedy: /The report has not come, nor is it recorded as missing/ })
    await ground.does(HUGO, report, 'report', { 'nothing-held': true })
    await ground.does(HUGO, report, 'send-report')
    await triesToPass(stage, { ...by(UNA, report), at: 'received', gate: 'until-the-meeting', ends: 'nothing-to-report', remedy: /The meeting has still to be held/ })
  })

  describe('in conference', () => {
    before(async () => {
      for (const task of ['share-report', 'report-to-chair', 'prepare-family']) await ground.does(SOL, id, task)
      await ground.does(UNA, id, 'forecast')
      await ground.does(CHAIR, id, 'ready', { 'not-so': ['none'] })
      await ground.does(CHAIR, id, 'meet-family')
    })

    test('is not held with its quorum untested and its lateness unsigned', async () =>
      triesToGetRound(stage, {
        ...by(UNA, id), task: 'conference', act: 'hold', body: { record: HELD, why: 'All are here.' }, fields: { reports: 'Three.', why: 'All are here.' },
        gates: [['quorum-tested', /Test the quorum first. Without one the chair decides whether to go on/], ['late-approved', /The limit has passed. Reasons, a safety check and the new date are approved/]],
      }))

    test('does not go on without a quorum, unless the chair has said why', async () => {
      await triesToGetRound(stage, { ...by(CHAIR, id), task: 'proceed-without-quorum', ...deciding('proceed'), gate: 'said-why', remedy: /Say first who was consulted, what there is to rely on and what waiting would do/ })
      await triesToPass(stage, { ...by(CHAIR, id), at: 'conferring', gate: 'held-or-adjourned', ends: 'decided', remedy: /The conference has still to be held, or adjourned/ })
      await triesToPass(stage, { ...by(UNA, id), at: 'counting', gate: 'held-in-time', remedy: /The conference has still to be held/ })
    })

    test('is adjourned to no late date that is unsigned', async () => {
      await ground.does(CHAIR, id, 'open-conference', { quorate: false, 'opened-at': `${workingDay(0)}T10:00:00Z` }, { attested: ['opened-so'] })
      await ground.does(CHAIR, id, 'short-of-quorum')
      await ground.decides(CHAIR, id, 'proceed-without-quorum', 'adjourn')
      await ground.does(UNA, id, 'adjourn')
      await ground.does(UNA, id, 'book-again', await booked(false))
      await triesToPass(stage, { ...by(UNA, id), at: 'redating', gate: 'new-date-approved', ends: 'decided', remedy: /The new date is beyond the limit: reasons and a safety check are approved/ })
    })
  })

  describe('that was held', () => {
    before(async () => {
      await ground.does(UNA, id, 'book-another-date', await booked(true))
      await ground.does(CHAIR, id, 'meet-family')
      await ground.does(CHAIR, id, 'open-conference', { quorate: true, 'agencies-with-direct-contact': 3, 'opened-at': `${workingDay(0)}T10:00:00Z` }, { attested: ['opened-so'] })
      await stage.asks(CHAIR, `/cases/${id}/tasks/conference/hold`, { record: HELD, why: 'It is late, and the children cannot wait.' })
      await ground.does(CHAIR, id, 'discussion')
    })

    test('has no limit left to be held in', async () => {
      const { tasks } = await stage.asks(UNA, `/cases/${id}`)
      assert.deepEqual(tasks.filter((one) => one.task === 'hold-in-time' && one.status !== 'done'), [])
    })

    test('decides for no child unheard, plans nothing without a category, and goes past no child', async () => {
      await triesToGetRound(stage, { ...by(CHAIR, id), task: 'threshold', child, ...deciding('no-service'), gate: 'agencies-heard', remedy: /Record the evidence and what each agency thinks for this child first/ })
      await triesToPass(stage, { ...by(CHAIR, id), at: 'deciding', gate: 'every-child-has-an-outcome', ends: 'decided', remedy: /Each child needs an outcome/ })
      await ground.does(CHAIR, id, 'find-for-child', { 'siblings-differ': false }, { child })
      await ground.decides(CHAIR, id, 'threshold', 'plan', { child })
      await triesToGetRound(stage, { ...by(CHAIR, id), task: 'outline-plan', child, ...doing({}), gate: 'category-decided', remedy: /Decide the category first/ })
    })

    test('has no minutes approved undrafted, or sent unapproved', async () => {
      await ground.decides(CHAIR, id, 'category', 'physical', { child })
      await ground.decides(CHAIR, id, 'dissent', 'none', { child })
      await ground.does(CHAIR, id, 'outline-plan', { 'plan-start': workingDay(0), 'first-core-group-at': `${workingDay(5)}T10:00:00Z`, 'first-review-on': workingDay(60) }, { child })
      await ground.does(CHAIR, id, 'explain-decision')
      await triesToGetRound(stage, { ...by(CHAIR, id), task: 'approve-minutes', ...deciding('approve'), gate: 'drafted', remedy: /The minutes are drafted first/ })
      await triesToGetRound(stage, { ...by(UNA, id), task: 'circulate', ...doing({}), gate: 'minutes-approved', remedy: /The chair approves the minutes first/ })
    })

    test('leaves whoever has its papers their time to say what is wrong, and an answer', async () => {
      await ground.does(UNA, id, 'flag-child', {}, { child })
      const sent = await ground.does(CHAIR, id, 'decisions-sheet', { agencies: [{ agency: await ground.organisationOf(HUGO) }] })
      await triesToPass(stage, { ...by(UNA, await ground.linked(UNA, 'conference-papers', sent.opened)), at: 'sent', gate: 'time-over', ends: 'stands', remedy: /The agency may still say what is wrong in it/ })
      await ground.does(SOL, id, 'tell-child', {}, { child })
      await ground.does(MINTY, id, 'draft-minutes')
      await ground.decides(CHAIR, id, 'approve-minutes', 'approve')
      await ground.does(UNA, id, 'circulate', { agencies: [{ agency: await ground.organisationOf(HUGO) }] })
      await triesToPass(stage, { ...by(UNA, id), at: 'correcting', gate: 'time-to-correct', ends: 'decided', remedy: /Whoever has the minutes may still say what is wrong in them/ })
      await ground.does(UNA, id, 'ask-correction')
      await triesToPass(stage, { ...by(UNA, id), at: 'correcting', gate: 'corrections-ruled', remedy: /The chair has still to rule on a correction/ })
    })

    test('is not over while a child who joined late is without a decision', async () => {
      const late = await asked('Lateling')
      await stage.asks(SOL, `/cases/${id}/subjects`, { person: late.child })
      await ground.decides(CHAIR, id, 'rule-on-correction', 'not-made')
      await ground.does(CHAIR, id, 'minutes-stand')
      await triesToPass(stage, { ...by(CHAIR, id), at: 'closing', gate: 'each-child-ended', ends: 'decided', remedy: /A child of this conference has no outcome yet/ })
    })
  })
})

test('no conference before birth is left out, or has its birth passed over, on one worker\'s word', async () => {
  const { id, child } = await asked('Birtha', 'pre-birth', { 'conference-type': 'pre-birth', 'is-unborn': true, 'due-date': '2030-04-01' })
  await ground.decides(SOL, id, 'convene', 'no-further-action', { child })
  await triesToSign(stage, { ...by(SOL, id), signature: 'convene', child, ...MANAGER })
  await triesToPass(stage, { ...by(SOL, id), at: 'expected', gate: 'birth-entered', remedy: /The birth has still to be entered/ })
})
