// An agency is asked from the hub's referral, sees only its request, and what it answers arrives where the referral is screened.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { triesToGetRound } from './support/get_round.mjs'
import { CasePage, HearkenPage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, maisie, pia, hugo, referral, requests
before(async () => {
  stage = await Stage.open('information-requests')
  maisie = await stage.person('Maisie Fabler')
  pia = await stage.person('Pia Dummitt')
  hugo = await stage.person('Hugo Pseudonym')
  const ofMaisie = await stage.asks('demo.mash-worker', '/cases?procedure=information-request')
  requests = ofMaisie.rows.map((row) => row.case)
  const referrals = await stage.asks('demo.mash-worker', '/cases?procedure=referral')
  for (const row of referrals.rows) {
    await new CasePage(maisie.tab, row.case).open('people')
    if (await maisie.tab.getByRole('link', { name: 'Request for information' }).count()) referral = row.case
    if (referral) break
  }
})
after(() => stage.close())

describe('the hub', () => {
  test('sees every answer, part answer and silence beside its enquiry', async () => {
    assert.ok(referral, 'no referral with requests')
    const task = await new CasePage(maisie.tab, referral).openTask('Gather what the agencies know, and say what it means')
    const words = await task.words()
    assert.match(words, /What the agencies answered/)
    assert.match(words, /Called to the address once/)
    assert.match(words, /Two missed appointments/)
    assert.match(words, /Answered in part/)
    assert.match(words, /Late against target|Overdue/)
  })

  test('asks several agencies in one go, only after consent and a rating', async () => {
    const page = new CasePage(maisie.tab, referral)
    await page.open()
    await maisie.tab.getByRole('link', { name: 'Ask agencies what they know' }).click()
    assert.match(await page.words(), /Ask only for what the decision needs/)
  })
})

describe('the agency', () => {
  test('sees its own request and never the referral', async () => {
    const mine = await stage.asks('demo.mash-police', '/cases?procedure=information-request')
    assert.equal(mine.rows.length, 1)
    await new CasePage(pia.tab, mine.rows[0].case).open()
    assert.match(await new HearkenPage(pia.tab).words(), /How it stands/)
    await pia.tab.goto(`/cases/${referral}`)
    assert.match(await new HearkenPage(pia.tab).words(), /nothing here that you can open/)
    stage.faults()
  })

  test('cannot answer before deciding what to share, whichever way it comes', async () => {
    const made = await stage.asks('demo.mash-worker', '/cases', {
      procedure: 'information-request',
      subjects: [{ person: (await stage.asks('demo.dsl', '/pupils/search', { words: 'Testwell' })).rows[0].person }],
      answers: {
        'asked-organisation': await organisationOf('demo.mash-health'), 'agency-kind': 'health', urgency: 'red', reason: 'A burn.', questions: 'Seen there?', 'children-details': 'Maya Testwell',
        'legal-basis': ['public-task'], 'consent-status': 'not-needed', 'consent-reason': 'Harm is suspected.', 'authorised-by': 'Hattie Hubfiction', 'who-will-see': ['the-hub'], 'reply-channel': 'Here', 'family-told': 'told',
      },
    })
    await triesToGetRound(stage, {
      person: hugo, signInName: 'demo.mash-health', witness: 'demo.mash-worker', caseId: made.case, task: 'reply', gate: 'share-decided', remedy: /Decide first what goes to the hub/,
      fields: { 'f-trace': 'known' },
      body: { answers: { trace: 'known', 'systems-searched': 'All', 'names-used': 'Maya', facts: [{ fact: 'Seen.', source: 'Record' }], gaps: 'None.', 'shared-how': 'all-that-is-relevant', 'shared-why': 'Needed.', 'part-reply': false } },
    })
  })
})

async function organisationOf(who) {
  const me = await stage.asks(who, '/me')
  return me.organisation?.id ?? me.organisation
}
