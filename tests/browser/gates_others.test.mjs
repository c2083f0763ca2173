// The gates of agencies' worries and procedures, of the hold on discharge, of disagreements, of worries from the public
// and of non-recent abuse hold whichever way somebody comes.
import { after, before, describe, test } from 'node:test'
import { triesToClose, triesToGetRound, triesToPass, triesToSign, triesToTell } from './support/get_round.mjs'
import { Ground } from './support/ground.mjs'
import { Stage } from './support/stage.mjs'

const DSL = 'demo.dsl', CORA = 'demo.contact-officer', SOL = 'demo.social-worker', VIC = 'demo.voluntary-worker', SAL = 'demo.club-safeguarding-lead'
const NIA = 'demo.ward-nurse', DARA = 'demo.hospital-doctor', BO = 'demo.business-unit-officer', STELLA = 'demo.service-manager'
let stage, ground
before(async () => {
  stage = await Stage.open('gates-others')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
})
after(() => stage.close())

let children = 0
function somebody(kind) {
  children += 1
  return [{ 'given-name': 'Gatekin', 'family-name': `Invented${'abcdefghijklmnopqrstuvwxyz'[children]}`, ...(kind ? { kind } : { born: '2016-05-04' }) }]
}

test('an agency\'s worry is not decided upon unweighed without saying why', async () => {
  const id = await ground.opens(VIC, 'agency-concern', somebody(), { 'danger-now': false, 'through-whom': 'the-child' })
  await ground.does(VIC, id, 'discuss-with-manager')
  const body = { option: 'do-not-refer', reasons: 'It has passed.' }
  await triesToGetRound(stage, { ...(await ground.who(SAL, 'Sal Ringside-Sample')), caseId: id, task: 'need-for-referral', act: 'decide', gate: 'analysed', remedy: /The worry has not been weighed yet.*say why/, fields: body, body })
  await triesToClose(stage, { ...(await ground.who(SAL)), caseId: id, ends: 'followed-up' })
})

test('an agency does not tell a family while that is dangerous', async () => {
  const id = await ground.opens(VIC, 'agency-concern', somebody(), { 'danger-now': false, 'through-whom': 'the-child' })
  const child = (await ground.asks(SAL, `/cases/${id}`)).subjects[0].person
  await ground.asks(SAL, `/cases/${id}/prohibitions`, { prohibition: 'do-not-tell-family', child, reason: 'They would move her.' })
  await triesToTell(stage, { ...(await ground.who(SAL, 'Sal Ringside-Sample')), caseId: id, task: 'tell-family', prohibition: 'do-not-tell-family' })
})

describe('an agency\'s own procedures', () => {
  let id, bo
  before(async () => {
    id = await ground.opens(SAL, 'agency-safeguarding-procedures', [])
    await ground.does(SAL, id, 'check-themselves')
    await ground.does(SAL, id, 'publish-professionals')
    bo = await ground.who(BO, 'Bo Binderfable')
  })
  test('are not signed off without the four things and without saying why', async () => {
    const body = { option: 'signed-off', reasons: 'They are good.' }
    await triesToGetRound(stage, { ...bo, witness: SAL, caseId: id, task: 'sign-off', act: 'decide', gate: 'all-four', remedy: /All four things have to be explained.*say why/, fields: body, body })
  })
  test('are not in force before they are signed off', async () => triesToPass(stage, { ...(await ground.who(SAL, 'Sal Ringside-Sample')), caseId: id, at: 'checking', gate: 'signed', ends: 'withdrawn', remedy: /has not signed the procedures off/ }))
})

describe('the hold on discharge', () => {
  const held = () => ground.opens(NIA, 'hospital-child-safeguard', somebody(), { 'serious-injury': false, 'immediate-protection': false })
  test('no authority is rung before it is known which', async () =>
    triesToGetRound(stage, { ...(await ground.who(DARA, 'Dara Roundsley-Test')), caseId: await held(), task: 'ring-home-authority', gate: 'home-known', remedy: /Find out first where the child lives/, fields: { 'f-authority': 'Fenmere' }, body: { answers: { authority: 'Fenmere' } } }))
  test('a discharge that was not planned asks why', async () =>
    triesToGetRound(stage, { ...(await ground.who(DARA)), caseId: await held(), task: 'discharge', gate: 'planned', remedy: /The discharge has not been planned/, fields: { 'f-went-with': 'Her father', _confirmed: 'yes' }, body: { answers: { 'went-with': 'Her father' } } }))
  test('is not withdrawn by one person', async () => {
    const id = await held()
    await ground.decides(DARA, id, 'withdraw', 'wrong-child')
    await triesToSign(stage, { ...(await ground.who(DARA)), caseId: id, signature: 'withdraw', code: 'role', remedy: /Named nurse/i })
    await triesToClose(stage, { ...(await ground.who(DARA)), caseId: id, ends: 'recorded-in-error' })
  })
})

describe('a disagreement', () => {
  const raised = async (stageBegun) =>
    ground.opens(DSL, 'professional-disagreement', somebody(), { 'challenged-organisation': await ground.organisationOf(SOL), urgency: 'standard', 'entry-stage': stageBegun }, { owner: await ground.organisationOf(BO) })
  const body = { option: 'agreed' }
  for (const number of [1, 3])
    test(`is not settled at stage ${number} before it is recorded`, async () =>
      triesToGetRound(stage, { ...(await ground.who(DSL, 'Dana Sampleton')), witness: BO, caseId: await raised(`stage-${number}`), task: `stage-${number}-result`, act: 'decide', gate: `stage-${number}-recorded`, remedy: /The stage has first to be recorded/, fields: body, body }))
  for (const number of [1, 2, 3])
    test(`does not leave stage ${number} by being told to`, async () =>
      triesToPass(stage, { ...(await ground.who(BO, 'Bo Binderfable')), caseId: await raised(`stage-${number}`), at: `stage-${number}`, gate: `settled-or-time-passed-${number}`, ends: 'agreed', remedy: /waits for a result, or moves itself up/ }))
  test('does not leave stage 4 before the executive lead has decided', async () =>
    triesToPass(stage, { ...(await ground.who(BO)), caseId: await raised('stage-4'), at: 'stage-4', gate: 'executive-decided', ends: 'decision-kept', remedy: /The executive lead has still to decide/ }))
  test('does not close before whoever raised it has been told', async () => {
    const id = await raised('stage-1')
    await ground.decides(DSL, id, 'stage-1-result', 'agreed')
    await triesToPass(stage, { ...(await ground.who(BO)), caseId: id, at: 'concluding', gate: 'raiser-was-told', ends: 'agreed', remedy: /closes only with a result, reasons/ })
  })
})

describe('a worry from the public', () => {
  const told = (answers = {}) => ground.opens(CORA, 'public-concern', somebody(), { 'danger-now': false, channel: 'telephone', caller: 'public', anonymity: 'open', ...answers })
  test('is not over before it is talked over', async () => triesToPass(stage, { ...(await ground.who(CORA, 'Cora Imagin')), caseId: await told(), at: 'passing-on', gate: 'talked-over', ends: 'passed-on', remedy: /Talk it over with your manager/ }))
  test('nor before the specialist service is told', async () => {
    const id = await told()
    await ground.does(CORA, id, 'talk-it-over', { routes: ['specialist'] })
    await triesToPass(stage, { ...(await ground.who(CORA)), caseId: id, at: 'passing-on', gate: 'specialist-told', ends: 'passed-on-and-elsewhere', remedy: /specialist service has to be sent/ })
  })
})

test('a non-recent allegation is not ended by hand as if it had been referred', async () => {
  const id = await ground.opens(SOL, 'non-recent-abuse', somebody('adult'))
  await triesToClose(stage, { ...(await ground.who(SOL, 'Sol Specimen')), caseId: id, ends: 'referred' })
})
