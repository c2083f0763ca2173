// The gates of early help hold whichever way somebody comes: each agency's consent by itself, and the review.
import { after, before, describe, test } from 'node:test'
import { triesToClose, triesToGetRound } from './support/get_round.mjs'
import { Ground } from './support/ground.mjs'
import { Stage } from './support/stage.mjs'

const DSL = 'demo.dsl'
let stage, ground
const people = {}
before(async () => {
  stage = await Stage.open('gates-early-help')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  people[DSL] = await ground.who(DSL, 'Dana Sampleton')
})
after(() => stage.close())

let families = 0
async function begun() {
  families += 1
  const subjects = [{ 'given-name': 'Gatekin', 'family-name': `Invented${'abcdefghijklmnopqrstuvwxyz'[families]}`, born: '2016-05-04' }]
  return ground.opens(DSL, 'early-help-assessment', subjects, { 'local-authority': 'fenmere', 'agencies-would-help': 'several', learning: 'done', 'family-asked': 'agree' })
}

async function assessed() {
  const id = await begun()
  await ground.does(DSL, id, 'name-owner')
  await ground.decides(DSL, id, 'single-or-multi', 'assessment')
  await ground.does(DSL, id, 'assess')
  await ground.decides(DSL, id, 'form-team', 'no-team')
  return id
}

async function reviewed() {
  const id = await assessed()
  await ground.does(DSL, id, 'review-help')
  return id
}

async function steppedUp() {
  const id = await reviewed()
  await ground.decides(DSL, id, 'after-review', 'step-up')
  return id
}

const SAID = { 'given-by': 'Their mother', 'said-on': '2026-03-05' }
const contributing = { body: { answers: { 'going-well': 'A kind gran.', worries: 'The evenings.', 'can-do': 'A visit.' } }, fields: { 'f-going-well': 'A kind gran.', 'f-worries': 'The evenings.', 'f-can-do': 'A visit.' } }

// Consent that was given, and taken back after the agency was told.
async function takenBack(agency, organisation) {
  const id = await begun()
  await ground.does(DSL, id, `ask-consent-${agency}`, { status: 'given', [`${agency}-organisation`]: await ground.organisationOf(organisation), what: 'All of it.', ...SAID })
  await ground.does(DSL, id, `share-${agency}`)
  await ground.does(DSL, id, `ask-consent-${agency}`, { status: 'withdrawn', ...SAID })
  return id
}

describe('no agency is told of an early help assessment, or takes part, against the family\'s word', () => {
  for (const [agency, words] of [['school', 'the school'], ['social-care', 'children\'s social care'], ['other-agency', 'the other agency']])
    test(`${agency} is not told`, async () => triesToGetRound(stage, { ...people[DSL], caseId: await begun(), task: `share-${agency}`, gate: `agreed-${agency}`, remedy: new RegExp(`has not agreed that ${words} is told`) }))

  for (const [agency, signInName, name] of [['school', 'demo.aldwick-dsl', 'Odi Quaytest'], ['health', 'demo.mash-health', 'Hugo Pseudonym'], ['social-care', 'demo.social-worker', 'Sol Specimen'], ['other-agency', 'demo.club-safeguarding-lead', 'Sal Ringside-Sample']])
    test(`${agency} adds nothing once consent is taken back`, async () => {
      const who = await ground.who(signInName, name)
      await triesToGetRound(stage, { ...who, witness: DSL, caseId: await takenBack(agency, signInName), task: `contribute-${agency}`, gate: `still-agreed-${agency}`, remedy: /has not agreed that your agency takes part, or has taken it back/, ...contributing })
    })
})

describe('nothing in early help comes before what it rests on', () => {
  test('no end to the help before it is reviewed', async () => {
    const id = await reviewed()
    await ground.asks(DSL, `/cases/${id}/tasks/review-help/reopen`, { reason: 'I left something out.' })
    await triesToGetRound(stage, { ...people[DSL], caseId: id, task: 'after-review', act: 'decide', gate: 'reviewed', remedy: /Review the help first/, fields: { option: 'step-down', reasons: 'It helped.' }, body: { option: 'step-down', reasons: 'It helped.' } })
  })

  test('no referral on stepping up before the family is told', async () =>
    triesToGetRound(stage, {
      ...people[DSL], caseId: await steppedUp(), task: 'refer', gate: 'after-tell-family-first', remedy: /First: Tell the family before you refer/,
      fields: { 'f-local-authority': 'fenmere', 'f-immediate-protection': 'no', 'f-worry': 'It goes on.' }, body: { answers: { 'local-authority': 'fenmere', 'immediate-protection': false, worry: 'It goes on.' } },
    }))

  test('nobody ends it by hand as if the needs were met', async () => triesToClose(stage, { ...people[DSL], caseId: await begun(), ends: 'needs-met' }))
})
