// Early help: an assessment made with the family and shared only with those they agree to; levels of need; non-recent abuse.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assertNoFaults } from './support/accessibility.mjs'
import { triesToGetRound } from './support/get_round.mjs'
import { CasePage, StartRecord, TaskPage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, dana
before(async () => {
  stage = await Stage.open('early-help')
  await stage.server.toWorkingDay()
  dana = await stage.person('Dana Sampleton')
})
after(() => stage.close())

const BEGUN = { why: 'Late most days.', 'going-well': 'A kind gran.', 'local-authority': 'fenmere', 'agencies-would-help': 'several', learning: 'none', 'family-asked': 'agree' }

// About a child of a family that has no assessment yet.
let families = 0
async function begun() {
  families += 1
  const child = { 'given-name': 'Junia', 'family-name': `Invented${'abcdefgh'[families]}`, born: '2016-05-04' }
  const made = await stage.asks('demo.dsl', '/cases', { procedure: 'early-help-assessment', subjects: [child], answers: BEGUN })
  return { id: made.case }
}

describe('early help', () => {
  test('is begun on a telephone without waiting for the learning, and a second one goes to whoever leads the first', async () => {
    const tess = await stage.person('Tess Exampleby', { phone: true })
    for (const time of ['first', 'second']) {
      const start = new StartRecord(tess.tab)
      await start.begin('early-help-assessment')
      await start.find('Testwell')
      await start.tick('TESTWELL, Leo')
      await start.continue()
      await start.write('What needs do you see that are not met?', 'Late most days.')
      await start.write('What goes well in this family?', 'They are kind to each other.')
      await start.choose('Where does the child live?', 'Fenmere County Council')
      await start.choose('Would several agencies together help more than one?', 'I am not sure')
      await start.choose('Have you an account for early help assessments, and have you taken the learning?', 'Neither')
      await start.choose('What does the family say to an assessment?', 'They agree')
      await assertNoFaults(tess.tab)
      await start.continue()
      await start.send()
      if (time === 'first') await start.assertAt('Received')
      else assert.match(await start.words(), /has an early help assessment already/)
    }
  })

  test('shows what each level of need means beside the choice, and never counts', async () => {
    const { id } = await begun()
    const record = new CasePage(dana.tab, id)
    await record.open()
    await record.follow(/^Set the level of need/)
    const task = new TaskPage(dana.tab)
    assert.equal(await dana.tab.locator('details').filter({ hasText: 'What “Complex needs” means' }).count(), 1)
    await task.choose('Which level of need applies?', /^Complex needs/)
    await task.choose('Compared with before', 'The first time')
    await task.write('Why this level?', 'School, sleep and money.')
    await task.write('With whom was it talked over?', 'The family')
    await assertNoFaults(dana.tab)
    await task.press('Set the level of need')
    await record.open('chronology')
    assert.match(await record.words(), /Level of need: complex needs/)
  })
})

describe('nobody gets round', () => {
  test('the family’s consent to tell an agency', async () => {
    const { id } = await begun()
    await triesToGetRound(stage, { signInName: 'demo.dsl', person: dana, caseId: id, task: 'share-health', gate: 'agreed-health', remedy: /has not agreed that the health service is told/ })
  })

  test('a consent taken back', async () => {
    const { id } = await begun()
    const said = { 'given-by': 'Their mother', 'said-on': '2026-03-05' }
    const { rows } = await stage.asks('demo.dsl', '/organisations?kind=health').catch(() => ({ rows: [] }))
    if (rows.length > 0) await stage.asks('demo.dsl', `/cases/${id}/tasks/ask-consent-health/do`, { answers: { status: 'given', 'health-organisation': rows[0].organisation, what: 'All of it.', ...said } })
    await stage.asks('demo.dsl', `/cases/${id}/tasks/ask-consent-health/do`, { answers: { status: 'withdrawn', ...said } })
    await triesToGetRound(stage, { signInName: 'demo.dsl', person: dana, caseId: id, task: 'share-health', gate: 'agreed-health', remedy: /or has taken it back/ })
  })

  test('telling the family before a referral that follows a refusal', async () => {
    const { id } = await begun()
    await stage.asks('demo.dsl', `/cases/${id}/tasks/record-refusal/do`, { answers: { 'refused-by': 'Their mother', 'refused-on': '2026-03-05', what: 'A team.', why: 'Afraid.', persuasion: 'Two talks.' } })
    await stage.asks('demo.dsl', `/cases/${id}/tasks/after-refusal/decide`, { option: 'risk', reasons: 'Threats on Friday.' })
    await triesToGetRound(stage, {
      signInName: 'demo.dsl', person: dana, caseId: id, task: 'refer-after-refusal', gate: 'after-tell-family-of-intention', remedy: /Tell the family that you mean to refer/,
      fields: { 'f-local-authority': 'fenmere', 'f-immediate-protection': 'no', 'f-worry': 'Threats.' }, body: { answers: { 'local-authority': 'fenmere', 'immediate-protection': false, worry: 'Threats.' } },
    })
  })

  test('finding out whether an accused adult has access to children', async () => {
    const sol = await stage.person('Sol Specimen')
    const made = await stage.asks('demo.social-worker', '/cases', { procedure: 'non-recent-abuse', subjects: [{ 'given-name': 'Kim', 'family-name': 'Inventedname', kind: 'adult' }], answers: { 'made-by': 'alleged-victim', 'when-and-age': 'At ten.', kinds: ['sexual'], relationship: 'professional' } })
    await triesToGetRound(stage, {
      signInName: 'demo.social-worker', person: sol, caseId: made.case, task: 'route', act: 'decide', gate: 'access-answered', remedy: /First find out whether they still work with or care for children/,
      fields: { option: 'referrals', reasons: 'Ordinary.' }, body: { option: 'referrals', reasons: 'Ordinary.' },
    })
  })
})
