// The gates of a request for information, and of news for a child's worker, hold whichever way somebody comes.
import { after, before, describe, test } from 'node:test'
import { triesToClose, triesToPass, triesToSign } from './support/get_round.mjs'
import { Ground } from './support/ground.mjs'
import { Stage } from './support/stage.mjs'

const CORA = 'demo.contact-officer', SOL = 'demo.social-worker', MAISIE = 'demo.mash-worker', HUGO = 'demo.mash-health', DSL = 'demo.dsl'
let stage, ground, child
const people = {}
before(async () => {
  stage = await Stage.open('gates-requests')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  for (const [signInName, name] of [[SOL, 'Sol Specimen'], [MAISIE, 'Maisie Fabler'], [HUGO, 'Hugo Pseudonym']]) people[signInName] = await ground.who(signInName, name)
  child = await ground.child()
})
after(() => stage.close())

async function request(answers = {}) {
  return ground.opens(MAISIE, 'information-request', [{ person: child }], { 'asked-organisation': await ground.organisationOf(HUGO), 'agency-kind': 'health', urgency: 'amber', 'consent-status': 'not-needed', 'family-told': 'told', ...answers })
}

async function replied(part) {
  const id = await request()
  await ground.decides(HUGO, id, 'share-decision', 'share')
  await ground.does(HUGO, id, 'reply', { trace: 'known', facts: [{ fact: 'Seen.', source: 'Record' }], 'part-reply': part, ...(part ? { 'more-by': '2099-03-05T10:00:00Z' } : {}) })
  return id
}

describe('a request for information', () => {
  for (const { name, by = MAISIE, to, ...rest } of [
    { name: 'is not over before it is answered', to: request, at: 'waiting', gate: 'answer-or-end', remedy: /has not answered in full/ },
    { name: 'nor on half an answer', to: () => replied(true), at: 'waiting', gate: 'answer-or-end', remedy: /has not answered in full/ },
    { name: 'nor for the agency, on half an answer', to: () => replied(true), at: 'replying', gate: 'answered-in-full', remedy: /The answer is not complete/ },
    { name: 'nor before the agency is told what was decided', to: () => replied(false), at: 'answered', gate: 'told-or-recalled', remedy: /The agency has still to be told/ },
  ])
    test(name, async () => triesToPass(stage, { ...people[by], caseId: await to(), ends: 'answered', ...rest }))

  test('red: whoever holds something back does not sign it too', async () => {
    const id = await request({ urgency: 'red' })
    await ground.decides(HUGO, id, 'share-decision', 'withhold-red')
    await triesToSign(stage, { ...people[HUGO], witness: MAISIE, caseId: id, signature: 'share-decision', code: 'role', remedy: /safeguarding lead/i })
  })
})

describe('news for a child\'s worker', () => {
  let news
  before(async () => {
    const subjects = [{ 'given-name': 'Gatekin', 'family-name': 'Inventednews', born: '2016-05-04' }]
    const referral = await ground.opens(DSL, 'referral', subjects, { 'immediate-protection': true, 'local-authority': 'fenmere', 'referrer-type': 'professional', channel: 'online' })
    const known = (await ground.asks(CORA, `/cases/${referral}`)).subjects[0].person
    await ground.does(CORA, referral, 'check-allocated-worker', { 'allocated-worker': true, worker: (await ground.asks(SOL, '/me')).user })
    news = () => ground.opens(DSL, 'referral', [{ person: known }], { 'immediate-protection': true, 'local-authority': 'fenmere', 'referrer-type': 'professional', channel: 'online' })
  })

  test('is not over before the worker says what it changes', async () => triesToPass(stage, { ...people[SOL], caseId: await news(), at: 'with-worker', gate: 'said-what-it-changes', ends: 'taken-up', remedy: /has to say what it changes/ }))

  test('is not screened without a manager', async () => {
    const id = await news()
    await ground.decides(SOL, id, 'take-up', 'new-referral')
    await ground.decides(SOL, id, 'screen', 'in-open-work')
    await triesToSign(stage, { ...people[SOL], caseId: id, signature: 'screen', code: 'role', remedy: /Team manager/i })
    await triesToClose(stage, { ...people[SOL], caseId: id, ends: 'new-referral' })
  })

  test('a strategy discussion called on it is signed by a manager', async () => {
    const id = await news()
    await ground.decides(SOL, id, 'call-strategy-discussion', 'hold-now')
    await triesToSign(stage, { ...people[SOL], caseId: id, signature: 'call-strategy-discussion', code: 'role', remedy: /Team manager/i })
  })
})
