// The gates of a referral hold whichever way somebody comes: by the act's address, by the API, and from a second tab.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { triesToGetRound } from './support/get_round.mjs'
import { Stage } from './support/stage.mjs'

let stage, referral, child
const people = {}
before(async () => {
  stage = await Stage.open('referral-gates')
  await stage.server.toWorkingDay()
  people.cora = await stage.person('Cora Imagin')
  people.sol = await stage.person('Sol Specimen')
  people.maisie = await stage.person('Maisie Fabler')
  const dsl = stage.server.token('demo.dsl')
  const asks = async (path, body) => {
    const answer = await fetch(`${stage.server.url}/api/v1${path}`, { method: 'POST', headers: { authorization: `Bearer ${dsl}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`)
    return answer.json()
  }
  child = (await asks('/pupils/search', { words: 'Testwell' })).rows[0].person
  referral = (await asks('/cases', { procedure: 'referral', subjects: [{ person: child }], answers: { 'immediate-protection': true, 'cause-for-concern': 'A burn.', 'local-authority': 'fenmere', 'referrer-type': 'professional' } })).case
})
after(() => stage.close())

const gates = [
  ['nothing is routed before the allocated worker is looked for', 'cora', 'demo.contact-officer', { task: 'route', act: 'decide', gate: 'worker-checked', remedy: /Check for an allocated worker first/, fields: { option: 'screening', reasons: 'Now.' }, body: { option: 'screening', reasons: 'Now.' } }],
  ['no outcome without a chronology', 'sol', 'demo.social-worker', { task: 'referral-outcome', perChild: true, act: 'decide', gate: 'chronology-exists', remedy: /Start the chronology/, fields: { option: 'early-help', reasons: 'Now.', why: 'Now.' }, body: { option: 'early-help', reasons: 'Now.', why: 'Now.' } }],
  ['no agency on this system is asked without consent or authority', 'maisie', 'demo.mash-worker', { task: 'ask-agencies', gate: 'ask-agencies-consent', remedy: /once the parents have agreed, or a line manager has authorised/, fields: { 'f-urgency': 'red' }, body: { answers: { urgency: 'red' }, why: 'Now.' } }],
  ['nor one that is not', 'maisie', 'demo.mash-worker', { task: 'ask-another-agency', act: 'send', gate: 'ask-another-agency-consent', remedy: /once the parents have agreed, or a line manager has authorised/, fields: { text: 'What do you know?' }, body: { text: 'What do you know?' } }],
]

describe('the gates of a referral', () => {
  for (const [name, who, signInName, { perChild, ...rest }] of gates)
    test(name, () => triesToGetRound(stage, { person: people[who], signInName, caseId: referral, ...(perChild ? { child } : {}), ...rest }))
})
