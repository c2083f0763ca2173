// The gates of a strategy discussion, of a section 47 enquiry and of immediate protection hold whichever way somebody comes.
import { after, before, describe, test } from 'node:test'
import { triesToGetRound, triesToPass, triesToSign } from './support/get_round.mjs'
import { Ground } from './support/ground.mjs'
import { Stage } from './support/stage.mjs'

const DSL = 'demo.dsl', SOL = 'demo.social-worker', MO = 'demo.team-manager', STELLA = 'demo.service-manager', HUGO = 'demo.mash-health'
const at = (hours) => `${new Date(Date.now() + hours * 3600e3).toISOString().slice(0, 19)}Z`
let stage, ground
const people = {}
before(async () => {
  stage = await Stage.open('gates-protection')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  for (const [signInName, name] of [[SOL, 'Sol Specimen'], [MO, 'Mo Figment']]) people[signInName] = await ground.who(signInName, name)
})
after(() => stage.close())

const somebody = (given) => [{ 'given-name': given, 'family-name': 'Inventedprotection', born: '2016-05-04' }]
const childOf = async (id) => (await stage.asks(MO, `/cases/${id}`)).subjects[0].person
const signs = (who, id, task, child, approve = true) => stage.asks(who, `/cases/${id}/tasks/${task}/sign`, { child, approve, text: 'Looked at.' })

// What somebody in a hurry would send. A reason opens no gate that is shut to them.
function deciding(option, why = 'It cannot wait.') {
  const body = { option, reasons: 'It is clear.', ...(why ? { why } : {}) }
  return { act: 'decide', body, fields: body }
}
const MANAGER = { code: 'role', remedy: /Team manager/i }, SERVICE_MANAGER = { code: 'role', remedy: /Service manager/i }, HEAD = { code: 'role', remedy: /Head of service/i }

describe('a strategy discussion', () => {
  let id, child
  const by = (signInName) => ({ ...people[signInName], caseId: id })
  before(async () => {
    id = await ground.opens(DSL, 'strategy-discussion', somebody('Strata'), { 'immediate-danger': false, 'urgent-cause': false, complex: ['none'], unborn: false, 'in-hospital': true, 'lives-elsewhere': true, 'health-organisation': await ground.organisationOf(HUGO) }, { owner: await ground.organisationOf(SOL) })
    child = await childOf(id)
  })

  test('is not refused without a manager, and held without one only for a reason', async () => {
    await ground.decides(SOL, id, 'convene', 'not-met', { child })
    await triesToSign(stage, { ...by(SOL), signature: 'convene', child, ...MANAGER })
    await signs(MO, id, 'convene', child, false)
    await ground.decides(SOL, id, 'convene', 'hold-now', { child })
    await triesToGetRound(stage, { ...by(SOL), task: 'record', body: { answers: { 'held-at': at(-1), chair: 'Mo' } }, fields: { 'f-chair': 'Mo' }, gate: 'called-by-manager', remedy: /A manager has not signed for each child that it is held/ })
    await signs(MO, id, 'convene', child)
  })

  test('decides nothing before it was held', async () => {
    await triesToPass(stage, { ...by(SOL), at: 'convening', gate: 'held', ends: 'decided', remedy: /has still to be held and recorded/ })
    await ground.does(SOL, id, 'scope', { 'children-in-scope': [] })
    await ground.does(MO, id, 'record', { 'held-at': at(-1), 'agencies-there': ['childrens-social-care', 'health'] })
  })

  test('starts no enquiry without a quorum, a plan for the child, and a word on the medical and the parents', async () =>
    triesToGetRound(stage, {
      ...by(MO), task: 'start-section-47', child, ...deciding('joint', ''),
      gates: [['quorate', /Children's social care, the police and health were not all there.*hold the full discussion first/], ['planned', /Write down how this child is safe/], ['medical-and-parents', /Decide first on a medical for this child/]],
    }))

  test('does not go on while a child is without a decision', async () => triesToPass(stage, { ...by(MO), at: 'deciding', gate: 'every-child-decided', ends: 'decided', remedy: /Each child needs a decision/ }))

  test('leaves a dispute between two authorities to a service manager', async () => {
    await ground.decides(MO, id, 'responsible-authority', 'disputed', { child })
    await triesToSign(stage, { ...by(MO), signature: 'responsible-authority', child, ...SERVICE_MANAGER })
  })

  describe('about a child in hospital', () => {
    const discharged = { 'discharged-at': at(-1), 'summary-sent-to': ['gp'], 'seen-at': at(-1) }
    test('lets nobody take the child home before consultant and social care agree, after a meeting', async () => {
      await ground.does(SOL, id, 'discharge-plan', { 'concern-open': true, 'first-visit-due': at(24), 'consultant-agrees': true, 'social-care-agrees': false }, { child })
      await triesToGetRound(stage, { ...by(MO), task: 'may-discharge', child, ...deciding('to-a-placement'), gate: 'both-agree', remedy: /The consultant and the social care manager have both to agree/ })
      await triesToGetRound(stage, {
        ...by(SOL), task: 'after-discharge', child, body: { answers: discharged, why: 'She has gone.' }, fields: { 'f-discharged-at': at(-1), why: 'She has gone.' },
        gates: [['may-go', /has to be decided first that the child may leave/], ['after-discharge-meeting', /First: Hold a discharge planning meeting/]],
      })
    })
    test('has nothing read back that was not handed over', async () =>
      triesToGetRound(stage, { ...by(SOL), task: 'receive-transfer', body: { answers: { 'received-by': 'Nia', 'received-at': at(-1), 'readback-done': true, 'alert-on-record': true }, why: 'In a hurry.' }, fields: { 'f-received-by': 'Nia' }, gate: 'read-back', remedy: /The handover has to be written first/ }))
  })

  test('is not over while an enquiry is open', async () => {
    await ground.does(SOL, id, 'plan-for-child', { 'see-when': at(2) }, { child })
    await ground.decides(MO, id, 'medical-needed', 'not-needed', { child })
    await ground.decides(MO, id, 'inform-parents', 'before', { child })
    await ground.does(MO, id, 'follow-up', { 'held-at': at(-1), 'agencies-there': ['childrens-social-care', 'police', 'health'] })
    await ground.decides(MO, id, 'start-section-47', 'joint', { child })
    await ground.decides(MO, id, 'more-discussion', 'no')
    await ground.does(MO, id, 'send-decisions')
    await ground.does(MO, id, 'send-record')
    await ground.does(MO, id, 'tell-asker')
    await triesToPass(stage, { ...by(MO), at: 'enquiries', gate: 'enquiries-ended', ends: 'decided', remedy: /An enquiry about one of the children has no outcome yet/ })
  })
})

describe('a section 47 enquiry', () => {
  let id, child
  const by = (signInName) => ({ ...people[signInName], caseId: id })
  before(async () => {
    const now = at(-1)
    id = await ground.opens(SOL, 'section-47', somebody('Enquira'), { 'started-at': now, 'first-strategy-at': now, 'last-strategy-at': now, 'enquiry-type': 'joint', 'health-organisation': await ground.organisationOf(HUGO) })
    child = await childOf(id)
  })

  test('has no outcome for a child who was not seen, heard and thought about', async () => {
    await triesToGetRound(stage, {
      ...by(SOL), task: 'outcome', child, ...deciding('not-substantiated'),
      gates: [['core-tasks-done', /Go through the core tasks first/], ['analysed', /Write the analysis, with the views of child, parents and agencies, first/], ['child-seen', /The child has not been seen. See the child/]],
    })
    // A team manager's reason opens the first two, and not the third.
    await triesToGetRound(stage, { ...by(MO), task: 'outcome', child, ...deciding('not-substantiated'), gate: 'child-seen', remedy: /The child has not been seen. See the child/ })
  })

  test('does not see, interview or examine despite a refusal on one manager\'s word', async () => {
    await ground.decides(MO, id, 'override-parent-refusal', 'go-on', { child })
    await triesToSign(stage, { ...by(MO), signature: 'override-parent-refusal', child, ...SERVICE_MANAGER })
  })

  test('has no outcome before a manager signs it', async () => {
    await ground.does(MO, id, 'allocate', { 'lead-social-worker': (await stage.asks(SOL, '/me')).user, 'lead-worker-qualified': true })
    await ground.does(SOL, id, 'complete-start', {}, { child })
    await ground.does(SOL, id, 'link-assessment')
    await ground.does(SOL, id, 'see-child', { 'child-seen': true, 'child-seen-first-at': at(-1), 'child-seen-alone': true }, { child })
    for (const task of ['speak-with-parents', 'write-to-parents', 'ask-agencies']) await ground.does(SOL, id, task)
    await ground.decides(SOL, id, 'recorded-interview', 'account-only', { child })
    await ground.does(SOL, id, 'medical-request', { needed: false }, { child })
    await stage.asks(SOL, `/cases/${id}/notes`, { text: 'A fall.', significant: true })
    await ground.does(SOL, id, 'chronology')
    await ground.does(SOL, id, 'core-tasks', { 'not-done': ['none'] })
    await ground.does(SOL, id, 'analyse', {}, { child })
    await ground.decides(SOL, id, 'outcome', 'substantiated-no-conference', { child })
    await triesToSign(stage, { ...by(SOL), signature: 'outcome', child, ...MANAGER })
    await triesToPass(stage, { ...by(SOL), at: 'enquiring', gate: 'outcome-for-every-child', ends: 'outcome-for-every-child', remedy: /Each child needs an outcome, signed by a manager/ })
    await signs(MO, id, 'outcome', child)
  })

  test('leaves out no conference where harm was found unless a service manager signs', async () => {
    await ground.decides(MO, id, 'no-conference-when-substantiated', 'no-conference', { child })
    await triesToSign(stage, { ...by(MO), signature: 'no-conference-when-substantiated', child, ...SERVICE_MANAGER })
  })

  test('does not close unchecked', async () => triesToGetRound(stage, { ...by(SOL), task: 'nfa-approve', child, ...deciding('close'), gate: 'checked', remedy: /Check first that the child and brothers and sisters were seen/ }))

  for (const { signature, option } of [{ signature: 'nfa-approve', option: 'close' }, { signature: 'recheck', option: 'yes' }, { signature: 'case-next', option: 'close' }])
    test(`has ${signature} signed by a manager`, async () => {
      if (signature === 'nfa-approve') await ground.does(SOL, id, 'nfa-record', { category: 'risk-ended', 'child-seen': true, 'siblings-all-seen': true, 'agencies-answered': true, 'results-in': true, 'agencies-agree': false }, { child })
      await ground.decides(SOL, id, signature, option, { child })
      await triesToSign(stage, { ...by(SOL), signature, child, ...MANAGER })
      await signs(MO, id, signature, child)
    })

  test('ends against an agency only when a service manager signs too', async () => {
    await ground.decides(MO, id, 'end-though-not-agreed', 'ends', { child })
    await triesToSign(stage, { ...by(MO), signature: 'end-though-not-agreed', child, ...SERVICE_MANAGER })
  })

  test('waits until the agencies have had their time, and for an answer to the one that asks for a conference', async () => {
    await ground.does(SOL, id, 'bring-in-senior-manager', { who: (await stage.asks(STELLA, '/me')).user })
    await signs(STELLA, id, 'no-conference-when-substantiated', child)
    await signs(STELLA, id, 'end-though-not-agreed', child)
    await ground.does(SOL, id, 'recheck-plan', { 'recheck-on': '2030-04-01' }, { child })
    await ground.does(SOL, id, 'tell-outcome', { 'agencies-sent-at': at(-1), letters: [{ audience: 'parent', content: 'A fall.', 'sent-how': 'post' }] }, { child })
    await triesToPass(stage, { ...by(SOL), at: 'agencies-may-ask', gate: 'time-to-ask', ends: 'outcome-for-every-child', remedy: /Agencies may still ask for a conference/ })
    await ground.does(HUGO, id, 'ask-for-conference')
    await triesToPass(stage, { ...by(MO), at: 'agencies-may-ask', gate: 'request-answered', ends: 'outcome-for-every-child', remedy: /An agency has asked for a conference: a service manager answers first/ })
  })
})

describe('immediate protection', () => {
  let id, child
  const by = (signInName) => ({ ...people[signInName], caseId: id })
  before(async () => {
    id = await ground.opens(SOL, 'immediate-protection', somebody('Imma'))
    child = await childOf(id)
  })

  test('does not leave the other children out', async () => {
    await triesToGetRound(stage, { ...by(SOL), task: 'other-children', ...deciding('none'), gate: 'listed', remedy: /List every other child first, each with an answer/ })
    await ground.does(SOL, id, 'list-other-children')
    await ground.decides(SOL, id, 'other-children', 'none')
    await triesToSign(stage, { ...by(SOL), signature: 'other-children', ...MANAGER })
  })

  test('goes no further until a manager has signed the step for each child', async () => {
    await ground.decides(SOL, id, 'protective-option', 'emergency-order', { child })
    await triesToSign(stage, { ...by(SOL), signature: 'protective-option', child, ...MANAGER })
    await ground.decides(SOL, id, 'authorise', 'authorised', { child })
    await triesToSign(stage, { ...by(SOL), signature: 'authorise', child, ...HEAD })
    await triesToPass(stage, { ...by(SOL), at: 'making-safe', gate: 'every-child-decided', ends: 'made-safe', remedy: /Each child needs a decision, signed by a manager/ })
  })

  test('goes to court without notice only advised, or with a reason, and under the head of service', async () => {
    await triesToGetRound(stage, { ...by(SOL), task: 'without-notice', child, ...deciding('without-notice', ''), gate: 'advised', remedy: /Take legal advice first/ })
    await ground.decides(SOL, id, 'without-notice', 'without-notice', { child })
    await triesToSign(stage, { ...by(SOL), signature: 'without-notice', child, ...HEAD })
  })

  test('lets no access be refused without an answer that the head of service signs', async () => {
    await ground.decides(SOL, id, 'refuse-access', 'no-order', { child })
    await triesToSign(stage, { ...by(SOL), signature: 'refuse-access', child, ...HEAD })
  })

  test('ends no agreement that was not written', async () => {
    await ground.does(SOL, id, 'make-agreement')
    const ended = { 'ended-at': at(-1), 'ended-reason': 'risk-gone', told: true }
    await triesToGetRound(stage, { ...by(SOL), task: 'end-agreement', body: { answers: ended, why: 'It is over.' }, fields: { 'f-ended-reason': 'risk-gone', why: 'It is over.' }, gate: 'agreement-written', remedy: /There is no agreement yet/ })
  })

  test('extends an order once', async () => {
    await ground.does(SOL, id, 'record-court-order', { 'order-type': 'emergency-order', applicant: 'authority', 'made-at': at(-2), 'ends-at': at(100) }, { child })
    const extended = { 'first-ended-at': at(1), 'extended-to': at(100), why: 'Harm is likely.' }
    await ground.does(SOL, id, 'extend-order', extended, { child })
    await triesToGetRound(stage, { ...by(SOL), task: 'extend-order', child, body: { answers: extended, why: 'Once more.' }, fields: { 'f-why': 'Harm is likely.', why: 'Once more.' }, gate: 'once-only', remedy: /can be extended once only/ })
  })

  test('lets no power end without the head of service on what follows', async () => {
    await signs(MO, id, 'protective-option', child)
    for (const task of ['strategy-held', 'tell-agencies']) await ground.does(SOL, id, task)
    await ground.does(SOL, id, 'record-action', {}, { child })
    await ground.does(SOL, id, 'tell-child', {}, { child })
    await signs(MO, id, 'other-children')
    await ground.decides(SOL, id, 'order-exit', 'return-home', { child })
    await triesToSign(stage, { ...by(SOL), signature: 'order-exit', child, ...HEAD })
  })
})
