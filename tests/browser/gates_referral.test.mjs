// The gates of a referral's stages hold whichever way somebody comes, what a manager signs is signed by nobody else, and
// the family hear nothing while it is dangerous.
import { after, before, describe, test } from 'node:test'
import { triesToClose, triesToGetRound, triesToPass, triesToSign, triesToTell } from './support/get_round.mjs'
import { Ground } from './support/ground.mjs'
import { Stage } from './support/stage.mjs'

const DSL = 'demo.dsl', CORA = 'demo.contact-officer', SOL = 'demo.social-worker', MAISIE = 'demo.mash-worker', MO = 'demo.team-manager'
let stage, ground
const people = {}
before(async () => {
  stage = await Stage.open('gates-referral')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  for (const [signInName, name] of [[CORA, 'Cora Imagin'], [SOL, 'Sol Specimen'], [MAISIE, 'Maisie Fabler']]) people[signInName] = await ground.who(signInName, name)
})
after(() => stage.close())

const ASKED = { 'local-authority': 'fenmere', 'referrer-type': 'professional', channel: 'online' }
const NOT_URGENT = { 'immediate-protection': false, 'parents-informed': true, 'parents-agree': 'agree' }

// Each about a child of its own, so that no referral meets another's worker or restriction.
let children = 0
async function referral(answers = { 'immediate-protection': true }) {
  children += 1
  const id = await ground.opens(DSL, 'referral', [{ 'given-name': 'Gatekin', 'family-name': `Invented${'abcdefghijklmnopqrstuvwxyz'[children]}`, born: '2016-05-04' }], { ...ASKED, ...answers })
  const { subjects } = await ground.asks(CORA, `/cases/${id}`)
  return { id, child: subjects[0].person }
}

async function routed(option, answers = {}, worker = { 'allocated-worker': false }) {
  const made = await referral(answers)
  const { id } = made
  await ground.does(CORA, id, 'acknowledge')
  await ground.does(CORA, id, 'check-allocated-worker', worker)
  if (option !== 'allocated-worker') {
    await ground.does(CORA, id, 'complete-record', answers)
    await ground.does(CORA, id, 'ask-household-questions')
  }
  await ground.decides(CORA, id, 'route', option)
  return made
}

const screening = () => routed('screening', { 'immediate-protection': true })

async function decided(option = 'no-further-action', screened = {}) {
  const made = await screening()
  await ground.does(SOL, made.id, 'check-records', {}, { attested: ['searched'] })
  await ground.does(SOL, made.id, 'record-consent', { status: 'given' })
  await ground.does(SOL, made.id, 'screen', screened)
  await ground.does(SOL, made.id, 'start-chronology')
  await ground.decides(SOL, made.id, 'referral-outcome', option, { child: made.child })
  return made
}

async function feedback() {
  const made = await decided()
  await ground.asks(MO, `/cases/${made.id}/tasks/referral-outcome/sign`, { child: made.child, approve: true })
  return made
}

async function answered() {
  const made = await feedback()
  await ground.does(CORA, made.id, 'tell-referrer')
  await ground.does(SOL, made.id, 'tell-family')
  return made
}

describe('nobody goes on past a stage of a referral', () => {
  for (const { name, by = CORA, to, ...rest } of [
    { name: 'before the parents know, or it is said why not', to: () => routed('screening', { 'immediate-protection': false, 'parents-informed': false }), at: 'awaiting-parents', gate: 'parents-or-reason', remedy: /must ask the parents, tell them, or say why not/ },
    { name: 'before the allocated worker takes it up and a manager signs', to: () => routed('allocated-worker', { 'immediate-protection': true }, { 'allocated-worker': true }), at: 'with-allocated-worker', gate: 'taken-up-and-signed', remedy: /Each child's outcome needs a manager's signature/ },
    { name: 'while an outcome is not signed', by: SOL, to: () => decided(), at: 'screening', gate: 'every-outcome-signed', remedy: /Each child's outcome needs a manager's signature/ },
    { name: 'before the chronology is begun', by: SOL, to: screening, at: 'screening', gate: 'chronology-started', remedy: /The chronology must be started/ },
    { name: 'while a child who joined late has no outcome', by: SOL, to: joinedLate, at: 'feedback', gate: 'outcomes-signed', remedy: /Each child's outcome needs a manager's signature/ },
    { name: 'while the referrer may still disagree', to: answered, at: 'answered', gate: 'time-to-disagree', remedy: /The referrer still has time/ },
    { name: 'in the referrer\'s own part, before it is decided', to: referral, at: 'with-referrer', gate: 'decided-for-every-child', remedy: /The referral is not decided yet/ },
    { name: 'before the National Referral Mechanism is told', to: () => referral({ 'immediate-protection': true, 'modern-slavery': 'yes' }), at: 'national-referral-mechanism', gate: 'mechanism-told', remedy: /The referral to the National Referral Mechanism has to be sent/ },
    { name: 'before the adult at risk is referred', by: SOL, to: () => decided('no-further-action', { 'adult-at-risk': true }), at: 'adult-at-risk', gate: 'adult-services-told', remedy: /The adult at risk has to be referred/ },
  ])
    test(name, async () => triesToPass(stage, { ...people[by], caseId: (await to()).id, ends: 'decided', ...rest }))

  test('nor ends it by hand with the outcome of a child', async () => triesToClose(stage, { ...people[CORA], caseId: (await referral()).id, ends: 'no-further-action' }))
})

async function joinedLate() {
  const made = await feedback()
  await ground.asks(SOL, `/cases/${made.id}/subjects`, { person: (await screening()).child })
  return made
}

describe('nothing is done in a referral before what comes first', () => {
  for (const { name, by = SOL, to, perChild, ...rest } of [
    { name: 'intervention, before what agencies know is weighed', by: MAISIE, to: () => routed('mash-enquiry', { 'immediate-protection': true }), task: 'statutory-intervention', act: 'decide', gate: 'enquiry-made', remedy: /Gather and weigh the agencies' information first/, fields: { option: 'other-help', reasons: 'Now.' }, body: { option: 'other-help', reasons: 'Now.' } },
    { name: 'screening, without our records and without saying why', to: screening, task: 'screen', gate: 'records-were-checked', remedy: /have not been checked.*say why/, fields: { 'f-nature': 'Neglect.' }, body: { answers: { nature: 'Neglect.' } } },
    { name: 'an outcome, without screening and without saying why', to: screening, perChild: true, task: 'referral-outcome', act: 'decide', gate: 'screened', remedy: /Screen the referral first.*say why/, fields: { option: 'early-help', reasons: 'Now.' }, body: { option: 'early-help', reasons: 'Now.' } },
    { name: 'asking agencies, unrated and without saying why', by: MAISIE, to: referral, task: 'ask-agencies', gate: 'rated-first', remedy: /Rate first how urgent it is.*say why/, fields: { 'f-urgency': 'red' }, body: { answers: { urgency: 'red' } }, pageRemedy: /Rate first how urgent it is|once the parents have agreed/ },
    { name: 'telling the agencies, while one was asked and not told, without saying why', to: askedAndSigned, task: 'tell-agencies', gate: 'requests-closed', remedy: /A request for information is still open.*say why/, fields: {}, body: {} },
  ])
    test(name, async () => {
      const { id, child } = await to()
      await triesToGetRound(stage, { ...people[by], caseId: id, ...(perChild ? { child } : {}), ...rest })
    })
})

async function askedAndSigned() {
  const made = await screening()
  const { id, child } = made
  await ground.does(SOL, id, 'declare-emergency', {}, { note: 'Tonight.' })
  await ground.does(SOL, id, 'ask-agencies', { urgency: 'red', agencies: [{ agency: await ground.organisationOf('demo.mash-health'), kind: 'health', questions: 'What do you hold?' }] }, { why: 'Tonight.' })
  await ground.does(SOL, id, 'check-records', {}, { attested: ['searched'] })
  await ground.does(SOL, id, 'record-consent', { status: 'given' })
  await ground.does(SOL, id, 'screen')
  await ground.does(SOL, id, 'start-chronology')
  await ground.decides(SOL, id, 'referral-outcome', 'early-help', { child })
  await ground.asks(MO, `/cases/${id}/tasks/referral-outcome/sign`, { child, approve: true })
  return made
}

describe('what a manager signs, the decider does not', () => {
  const signed = { code: 'role', remedy: /Team manager/i }
  test('the outcome for a child', async () => {
    const { id, child } = await decided()
    await triesToSign(stage, { ...people[SOL], ...signed, caseId: id, signature: 'referral-outcome', child })
  })
  test('a strategy discussion', async () => {
    const { id } = await referral()
    await ground.decides(SOL, id, 'strategy-discussion', 'hold-now')
    await triesToSign(stage, { ...people[SOL], ...signed, caseId: id, signature: 'strategy-discussion' })
  })
  test('asking agencies without consent', async () => {
    const { id } = await screening()
    await ground.does(SOL, id, 'record-consent', { status: 'refused' })
    await ground.decides(SOL, id, 'share-without-consent', 'share')
    await triesToSign(stage, { ...people[SOL], ...signed, caseId: id, signature: 'share-without-consent' })
  })
  test('how urgent it is to know more', async () => {
    const { id, child } = await referral()
    await ground.decides(SOL, id, 'rate-urgency', 'red', { child })
    await triesToSign(stage, { ...people[SOL], ...signed, caseId: id, signature: 'rate-urgency', child })
  })
})

test('the family is not told while that is dangerous, not by a form that was open before either', async () => {
  const { id, child } = await feedback()
  const openedBefore = await people[SOL].person.tab.context().newPage()
  await openedBefore.goto(`/cases/${id}/tasks/tell-family`)
  await ground.asks(SOL, `/cases/${id}/prohibitions`, { prohibition: 'do-not-tell-family', child, reason: 'They would move her.' })
  const body = { answers: { told: true } }
  await triesToTell(stage, { ...people[SOL], caseId: id, task: 'tell-family', prohibition: 'do-not-tell-family', fields: { 'f-told': 'yes' }, body, openedBefore, press: 'Tell the family that nothing further happens' })
})
