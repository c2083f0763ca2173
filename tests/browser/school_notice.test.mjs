// A school tells the social worker at once: one press from the child's page, to the worker, tracked until read, answered; and no way
// round what a child in need plan asks for.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { triesToClose, triesToGetRound, triesToPass, triesToSign } from './support/get_round.mjs'
import { Ground } from './support/ground.mjs'
import { CasePage, ChildPage, HearkenPage, StartRecord } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

const DSL = 'demo.dsl', SOL = 'demo.social-worker', WREN = 'demo.second-social-worker', MO = 'demo.team-manager'
const PHOTOGRAPHS = process.env.HEARKEN_PHOTOGRAPHS
let stage, ground, dana, sol, wren, phone, child, help, wrenId, moId, stellaId

const pupil = async (given, family) => (await stage.asks(DSL, '/people', { kind: 'child', 'given-name': given, 'family-name': family, born: '2016-05-04', 'confirmed-new': true })).person
async function photograph(tab, name) {
  if (!PHOTOGRAPHS) return
  mkdirSync(PHOTOGRAPHS, { recursive: true })
  await tab.screenshot({ path: `${PHOTOGRAPHS}/${name}.png`, fullPage: true })
}

before(async () => {
  stage = await Stage.open('school-notice')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  dana = await ground.who(DSL, 'Dana Sampleton')
  sol = await ground.who(SOL, 'Sol Specimen')
  wren = await ground.who(WREN, 'Wren Storyline')
  phone = await stage.person('Dana Sampleton', { phone: true })
  for (const [who, keep] of [[WREN, (id) => (wrenId = id)], [MO, (id) => (moId = id)], ['demo.service-manager', (id) => (stellaId = id)]]) keep((await stage.asks(who, '/me')).user)
  child = await pupil('Junia', 'Inventedplan')
  help = await ground.opens(SOL, 'child-in-need', [{ person: child, part: '' }], { from: 'assessment' })
})
after(() => stage.close())

const lead = () => ({ 'lead-practitioner': wrenId, 'lead-is-social-worker': true, supervisor: moId, 'senior-manager': stellaId })
async function led(id, about, consent = 'given') {
  await ground.decides(MO, id, 'lead-practitioner', 'social-worker', { child: about })
  await ground.does(MO, id, 'name-lead', lead(), { child: about })
  await ground.does(SOL, id, 'hear-wishes', {}, { child: about })
  await ground.does(SOL, id, 'ask-consent', { parent: consent }, { child: about })
}

describe('a pupil', () => {
  test('without a worker that is known here still has a way to social care', async () => {
    await new ChildPage(dana.person.tab).open(child)
    const words = await new HearkenPage(dana.person.tab).words()
    assert.match(words, /No social worker is known here\. What you send goes to the front door/)
  })

  test('with a worker: one press from the page, and the worker has it at once', async () => {
    await led(help, child)
    const page = new ChildPage(dana.person.tab)
    await page.open(child)
    assert.match(await page.words(), /This child has a social worker\. What you send goes to them at once/)
    await photograph(dana.person.tab, 'child-page-desktop')
    await page.press('Tell the social worker at once')
    const start = new StartRecord(dana.person.tab)
    // Nobody is looked for again: whom it is about is said already.
    assert.match(await start.words(), /Tell the social worker at once/)
    await photograph(dana.person.tab, 'notice-start-desktop')
    await start.choose('What is it about?', 'An absence that nobody can explain')
    await start.continue()
    assert.ok((await start.errors()).length > 0, 'what happened is asked for')
    await photograph(dana.person.tab, 'notice-error-desktop')
    await start.write('What happened, and what does it mean for the child?', 'Not in school, and nobody answers at home.')
    await start.choose('May the child be in danger now?', 'No')
    await start.continue()
    await photograph(dana.person.tab, 'notice-facts-desktop')
    await start.continue()
    await photograph(dana.person.tab, 'notice-check-desktop')
    await start.send()
    const notice = await start.reference()
    const rows = (await stage.asks(WREN, '/cases?procedure=plan-child-notice')).rows
    assert.ok(rows.some((row) => row.case === notice), 'the worker has it in their work')
    await wren.person.tab.goto('/notices')
    assert.match(await new HearkenPage(wren.person.tab).words(), /A school has news about a child you work with/)
    await photograph(wren.person.tab, 'worker-notices-desktop')
    const task = await new CasePage(wren.person.tab, notice).openTask("Say what the school's news changes")
    await photograph(wren.person.tab, 'worker-task-desktop')
    await task.decide('It is taken up in the work that is open', 'Seen at her grandmother’s at eleven.')
    await ground.asks(WREN, `/cases/${notice}/tasks/tell-school/do`, { answers: { 'to-school': 'She is safe.', 'attendance-decision': { 'not-known': true } } })
    await new CasePage(phone.tab, notice).open()
    assert.match(await new HearkenPage(phone.tab).words(), /Taken up by the worker/)
    await photograph(phone.tab, 'notice-phone')
    await new ChildPage(phone.tab).open(child)
    await photograph(phone.tab, 'child-page-phone')
    await new ChildPage(phone.tab).press('Tell the social worker at once')
    assert.equal(await phone.tab.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true, 'nothing stands out at the side')
    await photograph(phone.tab, 'notice-start-phone')
  })

  test('of another school is nobody’s to report from here', async () => {
    const { status } = await stage.calls('demo.aldwick-dsl', '/cases', { procedure: 'plan-child-notice', subjects: [{ person: child }], answers: { 'event-type': 'change', detail: 'Seen.', 'in-danger': false } })
    const page = await stage.person('Odi Quaytest')
    await new ChildPage(page.tab).open(child)
    assert.doesNotMatch(await new HearkenPage(page.tab).words(), /Tell the social worker at once/)
    stage.faults()
    assert.ok(status >= 200)
  })
})

describe('what the school reported', () => {
  let notice
  before(async () => {
    notice = await ground.opens(DSL, 'plan-child-notice', [{ person: child }], { 'event-type': 'change', detail: 'She has moved in with her aunt.', 'in-danger': false })
  })

  test('is not over before somebody says what it changes', async () =>
    triesToPass(stage, { ...wren, caseId: notice, at: 'with-worker', gate: 'said', ends: 'taken-up', remedy: /says what it changes/ }))

  test('is not answered by the school itself', async () => {
    const { status } = await stage.calls(DSL, `/cases/${notice}/tasks/take-up/decide`, { option: 'taken-up', reasons: 'It is done.' })
    assert.equal(status, 403)
  })
})

describe('a child in need plan', () => {
  let about, id
  before(async () => {
    about = await pupil('Tarn', 'Inventedgate')
    id = await ground.opens(SOL, 'child-in-need', [{ person: about, part: '' }], { from: 'assessment' })
  })
  const meeting = { act: 'hold', fields: {}, body: { quorate: true, record: {} } }

  test('is not begun before consent has been asked', async () =>
    triesToPass(stage, { ...sol, caseId: id, at: 'starting', gate: 'consent-asked', ends: 'ended-for-every-child', remedy: /whether a parent agrees/ }))

  test('has no meeting while nobody agrees', async () => triesToGetRound(stage, { ...sol, caseId: id, task: 'plan-meeting', gate: 'agreed', remedy: /agreed to for no child/, ...meeting }))

  test('that is refused is weighed, with everybody of the household, and signed by a manager', async () => {
    await led(id, about, 'refused')
    const decision = { child: about, act: 'decide', fields: { option: 'watch', reasons: 'The school sees her.' }, body: { option: 'watch', reasons: 'The school sees her.' } }
    await ground.does(SOL, id, 'record-refusal', {}, { child: about })
    await triesToGetRound(stage, { ...sol, caseId: id, task: 'consent-refused', gate: 'everybody', remedy: /every child, and the men/, ...decision })
    await ground.does(SOL, id, 'name-everybody', { men: [{ name: 'Her father', part: 'Lives with them', 'in-plan': 'yes' }] })
    await ground.decides(SOL, id, 'consent-refused', 'watch', { child: about })
    await triesToSign(stage, { ...sol, caseId: id, signature: 'consent-refused', child: about, code: 'not-self', remedy: /./ })
  })

  test('is not approved unchecked', async () => {
    await ground.does(SOL, id, 'ask-consent', { parent: 'given' }, { child: about })
    await ground.asks(SOL, `/cases/${id}/tasks/plan-meeting/hold`, { record: { attendance: [{ who: 'social-worker', name: 'Wren', attended: 'yes' }, { who: 'family', name: 'Their mother', attended: 'yes' }, { who: 'dsl', name: 'Dana', attended: 'yes' }], 'childs-view': 'Said.', outcomes: 'Said.', household: 'Said.', consent: 'Said.', contingency: 'Said.', 'next-date': 'Said.', minutes: 'Said.' } })
    await ground.does(WREN, id, 'write-plan', { 'supervision-order': false, profile: 'ordinary' }, { child: about })
    const mo = await ground.who(MO, 'Mo Figment')
    await triesToGetRound(stage, { ...mo, caseId: id, task: 'approve-plan', child: about, act: 'decide', gate: 'checked', remedy: /nothing is missing from the plan/, fields: { option: 'approve', reasons: 'Good.' }, body: { option: 'approve', reasons: 'Good.' } })
  })

  test('does not end before the child was seen and what must be so was gone through', async () => {
    await ground.does(WREN, id, 'propose-ending', { way: 'close' }, { child: about })
    const ending = { child: about, act: 'decide', fields: { option: 'close', reasons: 'Safe.' }, body: { option: 'close', reasons: 'Safe.' } }
    await triesToGetRound(stage, { ...wren, caseId: id, task: 'close-case', gate: 'seen', remedy: /See the child and the parents once more first/, ...ending })
    await ground.does(WREN, id, 'closing-visit', { alone: true }, { child: about })
    await triesToGetRound(stage, { ...wren, caseId: id, task: 'close-case', gate: 'checked', remedy: /what must be so before closing/, ...ending })
    await ground.does(WREN, id, 'check-before-closing', { 'not-so': ['none'] }, { child: about })
    await ground.decides(WREN, id, 'close-case', 'close', { child: about })
    await triesToSign(stage, { ...wren, caseId: id, signature: 'close-case', child: about, code: 'not-self', remedy: /./ })
  })

  test('is not closed by hand', async () => triesToClose(stage, { ...sol, caseId: id, ends: 'ended-for-every-child' }))
})

describe('a child in need plan, round after round', () => {
  const HELD = { attendance: [{ who: 'social-worker', name: 'Wren', attended: 'yes' }, { who: 'family', name: 'Their mother', attended: 'yes' }, { who: 'dsl', name: 'Dana', attended: 'yes' }], 'childs-view': 'Said.', outcomes: 'Said.', household: 'Said.', 'new-risk': 'Said.', consent: 'Said.', threshold: 'Said.', contingency: 'Said.', 'next-date': 'Said.', minutes: 'Said.' }
  const decides = (option) => ({ act: 'decide', fields: { option, reasons: 'It is right.' }, body: { option, reasons: 'It is right.' } })
  let about, id, mine
  before(async () => {
    about = await pupil('Rill', 'Inventedround')
    id = await ground.opens(SOL, 'child-in-need', [{ person: about, part: '' }], { from: 'other', 'from.other-text': 'Early help is not enough.' })
    mine = { ...wren, caseId: id }
  })
  const signs = (signature) => ground.asks(MO, `/cases/${id}/tasks/${signature}/sign`, { child: about, approve: true, text: 'I agree.' })

  test('begins with a decision that somebody else signs', async () => {
    await ground.decides(SOL, id, 'in-need', 'plan', { child: about })
    await triesToSign(stage, { ...sol, caseId: id, signature: 'in-need', child: about, code: 'not-self', remedy: /./ })
    await signs('in-need')
  })

  test('is not written before the meeting without saying why, and its visits are signed by a manager', async () => {
    await led(id, about)
    await ground.does(SOL, id, 'name-everybody', { men: [{ name: 'Her father', part: 'Lives with them', 'in-plan': 'yes' }] })
    await triesToGetRound(stage, { ...mine, task: 'write-plan', child: about, gate: 'meeting-held', remedy: /The first plan meeting has not been held.*say why/i, fields: {}, body: { answers: {} } })
    await ground.asks(SOL, `/cases/${id}/tasks/plan-meeting/hold`, { record: HELD })
    await ground.does(WREN, id, 'write-plan', { 'supervision-order': false, profile: 'ordinary' }, { child: about })
    await ground.decides(WREN, id, 'visit-interval', 'four-weeks', { child: about })
    await triesToSign(stage, { ...mine, signature: 'visit-interval', child: about, code: 'not-self', remedy: /./ })
  })

  test('has no outcome of a review that is not recorded, and a manager signs it', async () => {
    await ground.asks(WREN, `/cases/${id}/tasks/review/hold`, { record: HELD })
    await triesToGetRound(stage, { ...mine, task: 'review-outcome', child: about, gate: 'recorded', remedy: /Record the review for this child first/, ...decides('continue') })
    const review = { 'due-at': '2026-03-05', chair: 'Mo', 'child-view': 'I like breakfast.', 'child-view-speaker': 'The child', 'parent-view': 'It helps.', 'outcomes-progress': [{ outcome: 'Breakfast', progress: 'better', evidence: 'Asked.' }],
      'risk-change': 'None.', 'visits-made': 'One.', 'consent-stands': true, 'threshold-view': 'child-in-need', 'plan-changes': { 'not-known': true }, 'next-review': { 'not-known': true } }
    await ground.does(WREN, id, 'record-review', review, { child: about })
    await ground.decides(WREN, id, 'review-outcome', 'continue', { child: about })
    await triesToSign(stage, { ...mine, signature: 'review-outcome', child: about, code: 'not-self', remedy: /./ })
  })

  test('does not end before early help, or the new authority, has the child', async () => {
    await ground.does(WREN, id, 'propose-ending', { way: 'step-down' }, { child: about })
    await triesToGetRound(stage, { ...mine, task: 'close-case', child: about, gate: 'early-help-takes-over', remedy: /Early help has not said that it takes over/, ...decides('close') })
    await ground.does(WREN, id, 'propose-ending', { way: 'transfer' }, { child: about })
    await triesToGetRound(stage, { ...mine, task: 'close-case', child: about, gate: 'authority-has-child', remedy: /The new authority has not said that it has the child/, ...decides('close') })
  })
})
