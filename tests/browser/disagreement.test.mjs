// A disagreement that has moved itself up: both sides see the same clock, neither sees the other's notes, and it closes only
// when whoever raised it has been told.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessibilityFaults, overflowFaults, structureFaults } from './support/accessibility.mjs'
import { triesToGetRound } from './support/get_round.mjs'
import { CasePage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, dana, mo, dispute
before(async () => {
  stage = await Stage.open('disagreement')
  dana = await stage.person('Dana Sampleton')
  mo = await stage.person('Mo Figment')
  const answer = await fetch(`${stage.server.url}/api/v1/cases?procedure=professional-disagreement`, { headers: { authorization: `Bearer ${stage.server.token('demo.dsl')}` } })
  dispute = (await answer.json()).rows[0].case
})
after(() => stage.close())

describe('a disagreement at its second stage', () => {
  test('shows both sides the same clock', async () => {
    const clock = async (who) => {
      await new CasePage(who.tab, dispute).open()
      const row = who.tab.locator('.govuk-summary-list__row').filter({ hasText: 'Stage 2 recorded' })
      return (await row.innerText()).replace(/\s+/g, ' ')
    }
    assert.equal(await clock(dana), await clock(mo))
    assert.match(await clock(dana), /Due by/)
  })

  test('keeps each side’s notes to that side', async () => {
    const note = await new CasePage(dana.tab, dispute)
    await note.open()
    await dana.tab.getByRole('button', { name: 'Write a note that only your agency reads' }).first().click()
    await dana.tab.getByLabel('Notes that only your agency reads').fill('Only the school reads this.')
    await dana.tab.getByRole('button', { name: 'Write a note that only your agency reads' }).first().click()
    const seen = new CasePage(mo.tab, dispute)
    await seen.open('record')
    assert.doesNotMatch(await seen.words(), /Only the school reads this/)
  })

  test('is not settled before the stage is recorded, whichever way somebody comes', async () => {
    await triesToGetRound(stage, {
      person: dana, signInName: 'demo.dsl', witness: 'demo.business-unit-officer', caseId: dispute, task: 'stage-2-result', act: 'decide', gate: 'stage-2-recorded', remedy: /The stage has first to be recorded/,
      fields: { option: 'agreed' }, body: { option: 'agreed' },
    })
  })
})

describe('the register of disagreements', () => {
  test('is read from home by the partnership’s manager, without a name in it', async () => {
    const petra = await stage.person('Petra Protoname')
    await petra.tab.goto('/')
    await petra.tab.getByRole('link', { name: 'Disagreements between agencies' }).click()
    assert.match(await petra.tab.locator('main').innerText(), /Fewer than five disagreements/)
    assert.doesNotMatch(await petra.tab.content(), /Testwell|Exampleby|Specimen/)
    const faults = [...(await structureFaults(petra.tab)), ...(await accessibilityFaults(petra.tab))]
    await petra.tab.setViewportSize({ width: 375, height: 700 })
    assert.deepEqual([...faults, ...(await overflowFaults(petra.tab))], [])
  })

  test('says that there is nothing in a time in which nothing was raised', async () => {
    const petra = await stage.person('Petra Protoname')
    await petra.tab.goto('/escalations')
    const times = petra.tab.getByLabel('Raised in')
    await times.selectOption(await times.locator('option').last().getAttribute('value'))
    await petra.tab.getByRole('button', { name: 'Show' }).click()
    assert.match(await petra.tab.locator('main').innerText(), /No disagreement was raised in this time/)
  })

  test('is refused to whoever works with children', async () => {
    assert.equal((await dana.tab.goto('/escalations')).status(), 403)
  })
})
