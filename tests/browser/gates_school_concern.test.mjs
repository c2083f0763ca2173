// The gates of a school's concern hold whichever way somebody comes: by the act's address, by the API, and from a second tab.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { triesToGetRound, triesToClose } from './support/get_round.mjs'
import { Ground } from './support/ground.mjs'
import { Stage } from './support/stage.mjs'

const DSL = 'demo.dsl'
let stage, ground, dana, child
before(async () => {
  stage = await Stage.open('gates-school-concern')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  dana = await ground.who(DSL, 'Dana Sampleton')
  child = await ground.child()
})
after(() => stage.close())

async function concern() {
  const id = await ground.opens(DSL, 'school-concern', [{ person: child, part: 'harmed' }], { 'danger-now': false })
  await ground.does(DSL, id, 'acknowledge')
  return id
}

async function decided(response) {
  const id = await concern()
  await ground.does(DSL, id, 'weigh')
  await ground.decides(DSL, id, 'response', response)
  return id
}

// Everything is done, and the concern is ready to close.
async function closing() {
  const id = await decided('adult-concern')
  await ground.does(DSL, id, 'hear-the-child', {}, { child })
  await ground.does(DSL, id, 'consider-risks-outside-home', {}, { child })
  await ground.does(DSL, id, 'pass-to-headteacher')
  return id
}

async function closingOpenedAgain(task, rest) {
  const id = await closing()
  await ground.asks(DSL, `/cases/${id}/tasks/${task}/reopen`, { reason: 'I want to say it again.', ...rest })
  return id
}

async function closingWithSomethingAgreed() {
  const id = await closing()
  const { user } = await ground.asks(DSL, '/me')
  await ground.does(DSL, id, 'agree-actions', { actions: [{ what: 'Sees him every morning.', who: user, 'by-when': '2099-03-12' }] })
  return id
}

const decision = { act: 'decide', fields: { option: 'record-and-monitor', reasons: 'Watched.' }, body: { option: 'record-and-monitor', reasons: 'Watched.' } }
const sending = { act: 'send', fields: { text: 'Please help.' }, body: { text: 'Please help.' } }
const theEnd = { fields: { 'f-follow-up': 'We spoke.', 'f-outcome': 'He has a coat.', _confirmed: 'yes' }, body: { answers: { 'follow-up': 'We spoke.', outcome: 'He has a coat.' } } }

describe('the gates of a concern at school', () => {
  for (const { name, at, ...attempt } of [
    { name: 'nothing is decided unweighed without saying why', at: concern, task: 'response', gate: 'weighed', remedy: /Weigh the concern first.*say why/, ...decision },
    { name: 'nor without a thought for the world outside home', at: concern, task: 'response', gate: 'outside-home-considered', remedy: /Risks outside the home have not been considered yet.*say why/, ...decision },
    { name: 'early help is not asked for before it is decided how the parents are involved', at: () => decided('early-help'), task: 'ask-for-early-help', gate: 'after-parents-and-consent', remedy: /First: Decide how parents are involved/, ...sending },
    { name: 'nor without their agreement', at: () => decided('early-help'), task: 'ask-for-early-help', gate: 'consent-given', remedy: /Early help needs the parents' agreement/, ...sending },
    { name: 'no Prevent referral before that', at: () => decided('prevent'), task: 'make-prevent-referral', gate: 'parents-decided-prevent', remedy: /Decide first how the parents are involved/, ...sending },
    { name: 'no specialist service before that', at: () => decided('specialist-service'), task: 'ask-specialist-service', gate: 'parents-decided-specialist', remedy: /Decide first how the parents are involved/, ...sending },
    { name: 'nothing is closed without the child\'s wishes', at: () => closingOpenedAgain('hear-the-child', { child }), task: 'close', gate: 'child-was-heard', remedy: /The child's wishes and feelings, or why they could not be obtained, are missing/, ...theEnd },
    { name: 'nor without a decision and its reasons', at: () => closingOpenedAgain('response'), task: 'close', gate: 'decided', remedy: /The decision and its reasons are missing/, ...theEnd },
    { name: 'nor while something that was agreed is open, without saying why', at: closingWithSomethingAgreed, task: 'close', gate: 'actions-followed-up', remedy: /Something that was agreed is not finished.*say why/, ...theEnd },
  ])
    test(name, async () => triesToGetRound(stage, { ...dana, caseId: await at(), ...attempt }))

  test('nobody closes it by hand as followed up', async () => triesToClose(stage, { ...dana, caseId: await concern(), ends: 'resolved' }))
})

// The decision is the school's to record; what would have gone to the family does not go, however it is recorded.
const prohibition = { prohibition: 'do-not-tell-family' }
test('the family hear nothing while that is dangerous, whichever way it is recorded that they are told', async () => {
  const tells = { option: 'told', reasons: 'They have to know.' }
  const id = await decided('refer-to-social-care')
  const url = `${stage.server.url}/cases/${id}/tasks/parents-and-consent`
  await ground.asks(DSL, `/cases/${id}/prohibitions`, { ...prohibition, child, reason: 'They would move him.' })
  const again = () => ground.asks(DSL, `/cases/${id}/tasks/parents-and-consent/reopen`, { reason: 'Once more.' })

  const { tab } = dana.person
  await tab.goto(url)
  const csrf = await tab.locator('input[name="_csrf"]').first().inputValue()
  const posted = await tab.context().request.post(url, { form: { ...tells, _csrf: csrf }, headers: { origin: stage.server.url }, maxRedirects: 0 })
  assert.equal(posted.status(), 303)
  await again()
  await ground.asks(DSL, `/cases/${id}/tasks/parents-and-consent/decide`, tells)
  await again()
  const second = await tab.context().newPage()
  await second.goto(url)
  await second.getByLabel('Told that a referral is being made').check()
  await second.locator('textarea[name="reasons"]').fill('They have to know.')
  await Promise.all([second.waitForNavigation({ waitUntil: 'domcontentloaded' }), second.getByRole('button', { name: 'Record the decision', exact: true }).click()])
  await second.waitForLoadState()

  const { rows } = await ground.asks(DSL, `/cases/${id}/events`)
  const owed = rows.filter((row) => row.kind === 'notice-owed' && row.element === 'family-told')
  assert.deepEqual(owed.map((row) => row.details?.['silenced-by']), Array(3).fill('do-not-tell-family'))
})
