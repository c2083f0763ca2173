// Whoever referred sees at one look when it was received and acknowledged, what happens next and by when, and what they can do.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CasePage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, dana, page
before(async () => {
  stage = await Stage.open('referrers-view')
  dana = await stage.person('Dana Sampleton')
  const answer = await fetch(`${stage.server.url}/api/v1/cases?procedure=professional-disagreement`, { headers: { authorization: `Bearer ${stage.server.token('demo.dsl')}` } })
  const dispute = (await answer.json()).rows[0].case
  await new CasePage(dana.tab, dispute).open('people')
  const link = dana.tab.getByRole('link', { name: "Referral to children's social care" }).first()
  page = new CasePage(dana.tab, new URL(await link.getAttribute('href'), 'http://x').pathname.split('/')[2])
})
after(() => stage.close())

test('the referrer sees how it stands, whom to ring and what they can do', async () => {
  await page.open()
  const panel = await dana.tab.locator('.govuk-summary-card').filter({ hasText: 'How it stands' }).innerText()
  for (const words of [/Received/, /Acknowledged/, /Decided/, /Overdue|Due by/, /Ring 01632 960100/, /line manager/, /Professional disagreement/, /Stage 2/]) assert.match(panel, words)
  for (const act of ['Ask for a line manager', 'Say that you do not agree', 'Add information']) assert.ok(await dana.tab.getByRole('button', { name: act }).count(), act)
})
