// Gates hold whichever way somebody comes: by the act's address, by the API, and from a second tab.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { triesToGetRound } from './support/get_round.mjs'
import { Stage } from './support/stage.mjs'

let stage, dana
before(async () => {
  stage = await Stage.open('gates')
  await stage.server.toWorkingDay()
  dana = await stage.person('Dana Sampleton')
})
after(() => stage.close())

// A concern that the safeguarding lead has weighed and decided upon.
async function concern(response) {
  const { rows } = await stage.asks('demo.dsl', '/pupils/search', { words: 'Testwell' })
  const child = rows[0].person
  const made = await stage.asks('demo.dsl', '/cases', { procedure: 'school-concern', subjects: [{ person: child, part: 'harmed' }], answers: { 'danger-now': false, summary: 'He came without a coat again.' } })
  await stage.asks('demo.dsl', `/cases/${made.case}/tasks/acknowledge/do`, {})
  await stage.asks('demo.dsl', `/cases/${made.case}/tasks/weigh/do`, { answers: { 'immediate-risk': false, categories: ['neglect'], 'best-interests': 'Somebody who sees that he is warm.' } })
  await stage.asks('demo.dsl', `/cases/${made.case}/tasks/response/decide`, { option: response, reasons: 'The third time this month.', why: 'The rest follows today.' })
  return { id: made.case, child }
}

describe('nothing goes to another agency before it is decided how the parents are involved', () => {
  const gate = { signInName: 'demo.dsl', remedy: /Decide first how the parents are involved/ }

  test('a referral that is not urgent', async () => {
    const { id } = await concern('refer-to-social-care')
    await triesToGetRound(stage, {
      ...gate, person: dana, caseId: id, task: 'refer', gate: 'parents-decided',
      fields: { 'f-local-authority': 'fenmere', 'f-immediate-protection': 'no' },
      body: { answers: { 'local-authority': 'fenmere', 'immediate-protection': false, impact: 'Cold.', evidence: 'Seen.', 'support-so-far': 'A coat.', strengths: 'A kind gran.', wanted: 'Help.', 'parents-informed': true, 'parents-agree': 'agree' } },
    })
  })

  test('a report to the police that is not urgent', async () => {
    const { id } = await concern('police')
    await triesToGetRound(stage, { ...gate, person: dana, caseId: id, task: 'report-to-police', gate: 'parents-decided-police', act: 'send', fields: { text: 'A report.' }, body: { text: 'A report.' } })
  })
})
