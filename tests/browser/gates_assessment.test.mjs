// The gates of an assessment, of an episode that was brought in, and of a complaint about a conference hold whichever way
// somebody comes.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { triesToGetRound, triesToPass, triesToSign } from './support/get_round.mjs'
import { Ground } from './support/ground.mjs'
import { Stage } from './support/stage.mjs'

const SOL = 'demo.social-worker', MO = 'demo.team-manager', CHAIR = 'demo.conference-chair', URIEL = 'demo.safeguarding-unit-manager', HEDDA = 'demo.head-of-service'
const at = (hours) => `${new Date(Date.now() + hours * 3600e3).toISOString().slice(0, 19)}Z`
let stage, ground
const people = {}
const by = (signInName, caseId) => ({ ...people[signInName], caseId })
const me = async (signInName) => (await stage.asks(signInName, '/me')).user
const childOf = async (id) => (await stage.asks(MO, `/cases/${id}`)).subjects[0].person
before(async () => {
  stage = await Stage.open('gates-assessment')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  for (const [signInName, name] of [[SOL, 'Sol Specimen'], [MO, 'Mo Figment'], [URIEL, 'Uriel Unitfiction']]) people[signInName] = await ground.who(signInName, name)
})
after(() => stage.close())

const somebody = (given, more = { born: '2016-05-04' }) => [{ 'given-name': given, 'family-name': 'Inventedassessment', ...more }]
const signs = (who, id, task, rest = {}) => stage.asks(who, `/cases/${id}/tasks/${task}/sign`, { ...rest, approve: true, text: 'Looked at.' })
// What somebody in a hurry would send. A reason opens no gate that is shut to them.
function deciding(option, why = 'It cannot wait.') {
  const body = { option, reasons: 'It is clear.', ...(why ? { why } : {}) }
  return { act: 'decide', body, fields: body }
}
const doing = (answers, why = 'It cannot wait.') => ({ body: { answers, ...(why ? { why } : {}) }, fields: { ...(why ? { why } : {}), _confirmed: 'yes' } })
const role = (remedy) => ({ code: 'role', remedy })
const MANAGER = role(/Team manager/i)

async function assessed(subjects, received) {
  const id = await ground.opens(SOL, 'assessment', subjects, { 'referral-received-at': received })
  const child = await childOf(id)
  return { id, child }
}
async function planned(id) {
  await ground.does(MO, id, 'allocate', { assessor: await me(SOL) })
  await ground.decides(SOL, id, 'involve-parents', 'involve')
  await ground.does(SOL, id, 'meet-parents', {}, { attested: ['open-attested'] })
  for (const task of ['give-blank-record', 'name-everybody', 'plan']) await ground.does(SOL, id, task)
}

describe('an assessment', () => {
  let id, child
  before(async () => {
    ;({ id, child } = await assessed(somebody('Assa'), at(-100 * 24)))
  })

  test('has no outcome for a child who was not seen, heard and thought about, and none late without saying why', async () =>
    triesToGetRound(stage, {
      ...by(SOL, id), task: 'outcome', child, ...deciding('no-support', ''),
      gates: [
        ['checked', /The team manager's seven-point check comes first/], ['analysed', /Analyse, determine what the law asks, and plan the action first/], ['wishes-known-or-why', /Say what the child wishes and feels and what weight it has/],
        ['seen-alone-or-why', /See the child alone, or say why they were not/], ['genogram-made', /The genogram has not been made/], ['chronology-complete', /The chronology has not been completed/], ['overrun-explained', /More than 35 working days have passed. Record why/],
      ],
    }))

  test('does not take a family for gone on one worker\'s word', async () => {
    await ground.decides(SOL, id, 'gone-abroad', 'left-for-good')
    await triesToSign(stage, { ...by(SOL, id), signature: 'gone-abroad', ...MANAGER })
  })

  test('acts on no view of a child who was not heard', async () => {
    await planned(id)
    await triesToGetRound(stage, { ...by(SOL, id), task: 'act-on-view', child, ...deciding('acted-on'), gate: 'heard-first', remedy: /Hear the child first/ })
  })

  test('holds a meeting about risks outside the home under a manager', async () => {
    await ground.does(SOL, id, 'look-outside-home', { undermine: 'yes' }, { child })
    await ground.decides(SOL, id, 'contextual-route', 'meeting', { child })
    await triesToSign(stage, { ...by(SOL, id), signature: 'contextual-route', child, ...MANAGER })
  })

  test('of a baby not yet born is signed, and disclosed before anybody is told', async () => {
    const before = await assessed(somebody('Bump', { kind: 'unborn' }), at(-24))
    const unborn = { child: before.child }
    await ground.does(SOL, before.id, 'record-pregnancy', {}, unborn)
    await planned(before.id)
    for (const task of ['see-home-and-parents', 'go-through-domains', 'look-outside-home']) await ground.does(SOL, before.id, task, {}, unborn)
    for (const task of ['gather-contributions', 'write-chronology']) await ground.does(SOL, before.id, task)
    await triesToGetRound(stage, { ...by(MO, before.id), task: 'check', ...unborn, ...doing({}), gate: 'written', remedy: /There is nothing to check yet: the analysis, what the law asks and the plan of action for this child come first/ })
    await ground.does(SOL, before.id, 'analyse', { trafficking: 'yes' }, unborn)
    await triesToPass(stage, { ...by(SOL, before.id), at: 'national-referral-mechanism', gate: 'mechanism-told', remedy: /The referral to the National Referral Mechanism has to be sent/ })
    for (const task of ['determine', 'plan-action']) await ground.does(SOL, before.id, task, {}, unborn)
    await ground.does(MO, before.id, 'check', {}, unborn)
    await triesToPass(stage, { ...by(SOL, before.id), at: 'analysing', gate: 'decided-and-signed', ends: 'concluded', remedy: /Each child's outcome needs a decision and the manager's signature/ })
    await ground.decides(SOL, before.id, 'outcome', 'no-support', unborn)
    await triesToSign(stage, { ...by(SOL, before.id), signature: 'outcome', ...unborn, ...MANAGER })
    await signs(MO, before.id, 'outcome', unborn)
    await triesToGetRound(stage, { ...by(SOL, before.id), task: 'tell-child-outcome', ...unborn, ...doing({}, ''), gate: 'disclosed-first', remedy: /The pre-birth assessment has to be disclosed to the parents first/ })
  })
})

test('an episode that was open in a return stays so until a manager says where it stands', async () => {
  const id = await ground.opens(MO, 'imported-episode', somebody('Returned'))
  await triesToPass(stage, { ...by(MO, id), at: 'open-in-the-return', gate: 'stands', ends: 'not-open', remedy: /A team manager says where this episode stands/ })
})

describe('a complaint about a conference', () => {
  let id, child
  const refused = (task, act, gates) => triesToGetRound(stage, { ...by(URIEL, id), task, ...act, gates })
  before(async () => {
    const complainant = await childOf(await ground.opens(SOL, 'assessment', somebody('Complaina')))
    id = await ground.opens(SOL, 'conference-complaint', [{ person: complainant }], { complainant, relationship: 'child', 'received-at': at(-2), 'new-harm': true, 'danger-now': false }, { owner: await ground.organisationOf(URIEL) })
    child = (await stage.asks(URIEL, `/cases/${id}`)).subjects[0].person
  })

  test('is read by nobody of the child\'s own work, not by whoever took it down', async () => {
    for (const who of [SOL, MO]) assert.equal((await stage.calls(who, `/cases/${id}`)).answered.forms?.length ?? 0, 0, who)
    assert.equal((await stage.calls(MO, `/cases/${id}`)).status, 404)
  })

  test('goes no way before it is taken on, and new harm is acted on first', async () => {
    await refused('route', deciding('this'), [['registered', /Take it on first: whether it is in time, who chaired, and the neutral note/], ['harm-first', /They tell of new harm to a child. That is acted on first/]])
    await refused('acknowledge', doing({}), [['routed', /Decide the route first: the acknowledgement says which it is/]])
    await ground.does(URIEL, id, 'act-on-harm')
    await ground.does(URIEL, id, 'register', { 'in-time': true, 'conference-chair': await me(CHAIR), head: await me(HEDDA), 'note-written': true }, { attested: ['apart'] })
    await ground.decides(URIEL, id, 'route', 'this')
    await ground.does(URIEL, id, 'acknowledge', {}, { attested: ['stands'] })
  })

  test('is not answered before they were met and heard', async () => {
    await refused('stage-1-record', doing({}, ''), [['met', /Meet them or ring first/]])
    await refused('stage-1-grounds', deciding('not-upheld'), [['heard', /Write down first what was said and found for each ground/]])
    await refused('stage-1-letter', doing({}), [['stage-1-decided', /Decide on the grounds first/]])
    await ground.does(URIEL, id, 'name-decider', { 'stage1-by': await me(URIEL) })
    await stage.asks(URIEL, `/cases/${id}/tasks/stage-1-meeting/hold`, { record: { attendance: [{ who: 'complainant', name: 'Complaina', attended: 'yes' }] } })
    await ground.does(URIEL, id, 'stage-1-record')
    await ground.decides(URIEL, id, 'stage-1-grounds', 'not-upheld')
    await ground.does(URIEL, id, 'stage-1-letter')
    await triesToPass(stage, { ...by(URIEL, id), at: 'after-stage-1', gate: 'asked-or-time-passed', ends: 'not-upheld', remedy: /They may ask for a panel until the time is over/ })
    await ground.does(URIEL, id, 'ask-stage-2')
  })

  test('is heard by an independent panel that has the papers, and by no other', async () => {
    const others = { 'panel-members': [await me(CHAIR)], 'how-many': 2, 'different-agencies': true, 'none-involved': true, 'not-the-chair': true }
    await refused('panel-papers', doing({}), [['formed', /Form the panel first/]])
    await ground.does(URIEL, id, 'form-panel', others)
    const hearing = { act: 'hold', body: { record: { attendance: [{ who: 'complainant', name: 'Complaina', attended: 'yes' }] } }, fields: {} }
    await refused('panel-hearing', hearing, [['independent', /at least three people from different agencies, none of whom had a part in it before/], ['papers-sent', /Send the papers first/]])
    await refused('panel-findings', doing({}), [['panel-held', /The panel has still to sit/]])
    await refused('panel-grounds', deciding('not-upheld'), [['found', /Write the finding for each ground first/]])
    await refused('outcome-letter', doing({}), [['panel-decided', /The panel's decision comes first/]])
    await triesToPass(stage, { ...by(URIEL, id), at: 'panel', gate: 'ombudsman-named', ends: 'not-upheld', remedy: /The letter has to say how to reach the ombudsman/ })
    await ground.does(URIEL, id, 'form-panel', { ...others, 'how-many': 3 })
    await ground.does(URIEL, id, 'panel-papers')
    await stage.asks(URIEL, `/cases/${id}/tasks/panel-hearing/hold`, { record: { attendance: ['One', 'Two', 'Three'].map((name) => ({ who: 'panel-member', name, attended: 'yes' })) } })
    await ground.does(URIEL, id, 'panel-findings')
    await ground.decides(URIEL, id, 'panel-grounds', 'upheld')
    await ground.does(URIEL, id, 'outcome-letter', { 'ombudsman-told': true })
  })

  test('has its conference held again under the head of service, with another chair', async () => {
    await ground.decides(URIEL, id, 'reconvene', 'reconvene')
    await triesToSign(stage, { ...by(URIEL, id), signature: 'reconvene', ...role(/Head of service/i) })
    await triesToPass(stage, { ...by(URIEL, id), at: 'putting-right', gate: 'reconvene-signed', ends: 'reconvened', remedy: /The head of service signs whether the conference is held again/ })
    await ground.does(URIEL, id, 'put-right')
    await signs(HEDDA, id, 'reconvene')
    await refused('reconvened', { ...doing({}), child }, [['another-chair', /Name a chair who was not involved first/]])
  })
})
