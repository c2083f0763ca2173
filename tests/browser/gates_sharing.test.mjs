// The gates of deciding whether to share hold whichever way somebody comes.
import { after, before, describe, test } from 'node:test'
import { triesToGetRound, triesToPass } from './support/get_round.mjs'
import { Ground } from './support/ground.mjs'
import { Stage } from './support/stage.mjs'

const DSL = 'demo.dsl'
let stage, ground, dana, sharing
before(async () => {
  stage = await Stage.open('gates-sharing')
  await stage.server.toWorkingDay()
  ground = new Ground(stage)
  dana = await ground.who(DSL, 'Dana Sampleton')
  sharing = await ground.opens(DSL, 'information-sharing-decision', [{ person: await ground.child() }], { 'harm-now': false })
})
after(() => stage.close())

describe('a decision about sharing', () => {
  test('is not over before it is decided', async () => triesToPass(stage, { ...dana, caseId: sharing, at: 'weighing', gate: 'weighing-1', ends: 'withheld', remedy: /Decide whether it is shared/ }))

  test('by somebody who was not sure asks what the advice came to', async () => {
    await ground.does(DSL, sharing, 'weigh-sharing', { initiative: 'proactive', 'significant-harm': 'not-sure', 'child-in-need': 'no', amount: 'full', 'health-information': 'no', 'person-told': 'told', consent: 'refused', 'lawful-basis': 'public-task', 'public-interest': 'not-met' })
    const body = { option: 'withhold', reasons: 'Nobody is helped by it.' }
    await triesToGetRound(stage, { ...dana, caseId: sharing, task: 'share-or-withhold', act: 'decide', gate: 'advice-recorded', remedy: /Record what the advice came to.*say why/, fields: body, body })
  })
})
