// Cover: who is on duty, what happens when the lead is away, the register and the poster.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessibilityFaults, overflowFaults } from './support/accessibility.mjs'
import { Home, HearkenPage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage
const people = {}
before(async () => {
  stage = await Stage.open('cover')
  await stage.server.toWorkingDay()
  for (const [short, name] of Object.entries({ dana: 'Dana Sampleton', devi: 'Devi Madeup', sam: 'Sam Testwell', hilary: 'Hilary Pretendle' })) people[short] = await stage.person(name)
  await new Home(people.devi.tab).actAs('Deputy designated safeguarding lead, Millbrook Lane Primary School (covering for Dana Sampleton)')
})
after(() => stage.close())

const words = async (who) => (await people[who].tab.locator('main').innerText()).replace(/\s+/g, ' ')

describe('who is on duty', () => {
  test('is on the home of everybody in the school and beside recording a concern', async () => {
    for (const who of ['sam', 'hilary']) {
      await people[who].tab.goto('/')
      assert.match(await words(who), /On duty now Dana Sampleton/)
    }
    await people.sam.tab.goto('/start/school-concern')
    assert.match(await words('sam'), /On duty now Dana Sampleton/)
  })

  test('passes to the deputy when the lead is away, with the lead’s work', async () => {
    const dana = new HearkenPage(people.dana.tab)
    await dana.open('/school/cover')
    await dana.press('Mark myself away')
    await dana.press('Mark as away')
    assert.match((await dana.errors()).join(' '), /Choose for how long/)
    await dana.choose('For how long?', 'The rest of today')
    await dana.press('Mark as away')
    assert.match(await dana.notice(), /Marked as away/)
    await people.sam.tab.goto('/')
    assert.match(await words('sam'), /On duty now Devi Madeup/)
    await people.devi.tab.goto('/triage')
    assert.match(await words('devi'), /On duty now Devi Madeup/)
  })

  test('and to the headteacher, who is warned, when both are away', async () => {
    const devi = new HearkenPage(people.devi.tab)
    await devi.open('/school/cover/away')
    await devi.choose('For how long?', 'Until I say that I am back')
    await devi.press('Mark as away')
    await stage.server.later({ minutes: 1 })
    await people.hilary.tab.goto('/notices')
    assert.match(await words('hilary'), /Nobody is available as safeguarding lead/)
    await people.hilary.tab.goto('/school/cover')
    assert.match(await words('hilary'), /Neither the safeguarding lead nor a deputy is available now/)
    await devi.open('/school/cover')
    await devi.press(/Back now.*Devi/)
    await people.sam.tab.goto('/')
    assert.match(await words('sam'), /On duty now Devi Madeup/)
  })
})

describe('the pages of cover', () => {
  test('are read by all and changed by few', async () => {
    await people.sam.tab.goto('/school/cover')
    assert.doesNotMatch(await words('sam'), /Plan cover/)
    assert.equal((await people.sam.tab.goto('/school/cover/plan')).status(), 403)
    people.sam.tab.faults.splice(0)
    const hilary = new HearkenPage(people.hilary.tab)
    await hilary.open('/school/cover/arrangement')
    await hilary.write('Who covers when the safeguarding lead and deputies cannot be reached?', 'The deputy, then [insert name].')
    await hilary.press('Publish')
    assert.match((await hilary.errors()).join(' '), /prompt that nobody has answered/)
  })

  test('never leave the school without a lead', async () => {
    const hilary = new HearkenPage(people.hilary.tab)
    await hilary.open('/school/roles')
    await hilary.follow(/Change Designated safeguarding lead/)
    const until = hilary.question('Last day (blank: goes on)')
    const now = await stage.server.now()
    await until.getByLabel('Day').fill(String(now.getUTCDate()))
    await until.getByLabel('Month').fill(String(now.getUTCMonth() + 1))
    await until.getByLabel('Year').fill(String(now.getUTCFullYear()))
    await hilary.press('Save')
    assert.match((await hilary.errors()).join(' '), /without a safeguarding lead/)
  })

  test('are accessible, and in one piece on a telephone', async () => {
    const { tab } = people.hilary
    for (const address of ['/school/cover', '/school/cover/poster', '/school/cover/away', '/school/cover/plan', '/school/cover/arrangement', '/school/roles', '/school/roles/deputy-dsl/new']) {
      await tab.goto(address)
      assert.deepEqual(await accessibilityFaults(tab), [], address)
      await tab.setViewportSize({ width: 375, height: 700 })
      assert.deepEqual(await overflowFaults(tab), [], address)
      await tab.setViewportSize({ width: 1280, height: 900 })
    }
  })
})
