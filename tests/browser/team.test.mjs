// The board of those who manage: counts, the lists behind them, down to the child; signing from it; and what it never counts.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessibilityFaults, overflowFaults } from './support/accessibility.mjs'
import { HearkenPage } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, mo
before(async () => {
  stage = await Stage.open('team')
  mo = await stage.person('Mo Figment')
})
after(() => stage.close())

async function asks(path, who = 'demo.team-manager', body) {
  const answer = await fetch(`${stage.server.url}/api/v1${path}`, { method: body ? 'POST' : 'GET', headers: { authorization: `Bearer ${stage.server.token(who)}`, 'content-type': 'application/json' }, body: body && JSON.stringify(body) })
  assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`)
  return answer.json()
}
const words = (tab) => tab.locator('main').innerText()
const counts = async (tab) => Object.fromEntries((await tab.locator('.hearken-counts__link').allInnerTexts()).map((one) => one.split(/\s+(.*)/s).slice(0, 2).reverse().map((part) => part.trim())))

describe('the board', () => {
  test('is in the navigation of a manager, with their own team first', async () => {
    const { tab } = mo
    await tab.goto('/')
    await new HearkenPage(tab).follow('Team')
    assert.match(await words(tab), /Assessment team north, Fenmere County Council/)
    const shown = await words(tab)
    for (const name of ['Sol Specimen', 'Tova Tallytest', 'Cornelius-Augustine Longname-Fictitious']) assert.ok(shown.includes(name), shown)
    assert.ok(!shown.includes('Wren Storyline'), 'of the other team')
    assert.match(shown, /open cases have no worker/)
    assert.match(shown, /Child protection: \d/)
  })

  test('leads from a worker to their cases and from there to the child', async () => {
    const { tab } = mo
    await tab.goto('/team')
    await tab.getByRole('link', { name: 'Tova Tallytest' }).click()
    await tab.getByRole('link', { name: 'SPECIMENHAM, Jory' }).click()
    assert.match(new URL(tab.url()).pathname, /^\/people\//)
    assert.match(await words(tab), /Jory Specimenham/)
  })

  test('says what is overdue by kind, and opens the work itself', async () => {
    const { tab } = mo
    await tab.goto('/team')
    const row = tab.locator('#overdue ~ table tbody tr, h2#overdue + table tbody tr').filter({ hasText: 'Must' }).filter({ hasText: 'Section 47 enquiry' })
    const number = Number(await row.first().getByRole('link').innerText())
    assert.ok(number >= 1)
    await row.first().getByRole('link').click()
    assert.match(await words(tab), new RegExp(`${number} total results`))
    assert.match(await words(tab), /Inca/i)
    await tab.getByRole('link', { name: 'See this child' }).first().click()
    assert.match(new URL(tab.url()).pathname, /\/tasks\/see-child/)
  })

  test('lists whom nobody has seen for as long as is chosen', async () => {
    const { tab } = mo
    await tab.goto('/team?show=not-seen')
    const shown = await words(tab)
    assert.match(shown, /TRIALSBY, Inca[\s\S]*Never[\s\S]*Tried on/)
    assert.match(shown, /CASETEST, Marigold/)
    assert.match(shown, /by Sol Specimen/)
    assert.ok(!shown.includes('INVENTBY'), 'seen five working days ago')
    assert.ok(!shown.includes('MOCKSWORTH'), 'the case is a day old')
    await tab.getByLabel('Not seen for').selectOption('42')
    await tab.getByRole('button', { name: 'Apply filters' }).click()
    assert.match(await words(tab), /Every child was seen in this time/)
    await tab.goto('/team?show=not-seen&not-seen=10-working&sort=child')
    const names = await tab.locator('tbody th a').allInnerTexts()
    assert.deepEqual(names, [...names].sort())
    await tab.getByRole('link', { name: 'TRIALSBY, Inca' }).click()
    assert.match(await words(tab), /Inca Trialsby/)
  })

  test('shows what waits for a signature, and signs with one press', async () => {
    const { tab } = mo
    await tab.goto('/team?show=sign')
    const row = tab.locator('tbody tr').filter({ hasText: 'MADEUPSLEY' })
    assert.match(await row.innerText(), /Sol Specimen/)
    const before = await tab.locator('tbody tr').count()
    await row.getByRole('button', { name: /^Sign/ }).click()
    assert.match(new URL(tab.url()).pathname, /\/tasks\/outcome\/sign$/)
    await tab.getByLabel(/^(Approve|Sign|Yes)/).first().check()
    await tab.locator('main form button.govuk-button').last().click()
    await tab.goto('/team?show=sign')
    assert.equal(await tab.locator('tbody tr').count(), before - 1)
  })

  test('gives the list as a file, and the file is on the audit trail', async () => {
    const answer = await mo.tab.context().request.get('/team/list.csv?show=not-seen')
    assert.equal(answer.headers()['content-type'], 'text/csv; charset=utf-8')
    assert.match(await answer.text(), /"TRIALSBY, Inca","Never"/)
  })

  test('is the same in the API, to the number', async () => {
    const board = await asks('/team')
    const { tab } = mo
    await tab.goto('/team')
    const shown = await counts(tab)
    assert.equal(Number(shown['cases nobody has']), board.unallocated)
    assert.equal(Number(shown['not seen for 10 working days']), board['not-seen'])
    assert.equal((await asks('/team/not-seen')).total, board['not-seen'])
    assert.equal((await asks('/team/cases?unallocated=yes')).total, board.unallocated)
    assert.equal((await asks('/team/cases')).total, board.cases)
    assert.equal((await asks('/team/to-sign')).total, board['to-sign'])
    const overdue = board.overdue.reduce((sum, one) => sum + one.count, 0)
    assert.equal((await asks('/team/overdue')).total, overdue)
    assert.ok((await asks('/team/not-seen')).rows.every((row) => row.child.name && row.cases.length > 0))
  })
})

describe('others', () => {
  test('a manager of another team has nothing of it on theirs', async () => {
    const may = await stage.person('May Makebelieve')
    for (const address of ['/team', '/team?show=cases', '/team?show=overdue', '/team?show=not-seen', '/team?show=unallocated', '/team?show=sign']) {
      await may.tab.goto(address)
      const shown = await words(may.tab)
      for (const name of ['Tova Tallytest', 'TRIALSBY', 'CASETEST', 'FICTONBY', 'MADEUPSLEY']) assert.ok(!shown.includes(name), `${address} shows ${name}`)
    }
    await may.tab.goto('/team?show=cases')
    assert.match(await words(may.tab), /DUMMERTON, Bram/)
  })

  test('a manager of another authority sees nothing, whatever they write in the address', async () => {
    const { rows } = await asks('/team/cases')
    assert.ok(rows.length > 5)
    const team = (await asks('/team')).team
    const tariq = await stage.person('Tariq Townfiction')
    for (const show of ['overview', 'cases', 'overdue', 'not-seen', 'sign']) {
      await tariq.tab.goto(`/team?show=${show}&team=${team}`)
      const shown = await words(tariq.tab)
      for (const name of ['Tova Tallytest', 'TRIALSBY', 'CASETEST', 'Assessment team north']) assert.ok(!shown.includes(name), `${show} shows ${name}`)
    }
    assert.equal((await asks(`/team/not-seen?team=${team}`, 'demo.aldwick-team-manager')).total, 0)
  })

  test('whoever reads for themselves alone is refused', async () => {
    for (const name of ['Sam Testwell', 'Hilary Pretendle']) {
      const other = await stage.person(name)
      assert.equal((await other.tab.goto('/team')).status(), 403)
      assert.equal((await other.tab.goto('/team/list.csv?show=not-seen')).status(), 403)
      await other.tab.goto('/')
      assert.equal(await other.tab.getByRole('link', { name: 'Team', exact: true }).count(), 0)
      other.tab.faults.splice(0)
    }
  })

  test('a service manager is told that the counts are of what they have a part in', async () => {
    const stella = await stage.person('Stella Supposely')
    await stella.tab.goto('/team')
    assert.match(await words(stella.tab), /reads only what it has a part in/)
    assert.ok(!(await words(stella.tab)).includes('Tova Tallytest'))
  })
})

test('a restricted case is in no count and no list', async () => {
  const before = await asks('/team')
  const unseen = (await asks('/team/not-seen')).rows.find((row) => row.child.name === 'Inca Trialsby')
  await asks(`/cases/${unseen.cases[0]}/restrict`, 'demo.team-manager', { restricted: true, named: [(await asks('/me', 'demo.third-social-worker')).user], reason: 'Her uncle works in the team.' })
  const mays = (await asks('/me', 'demo.second-team-manager')).user
  assert.ok(mays)
  // Whoever restricted it is named in it; a colleague at the same desk is not.
  const board = await asks('/team?team=all', 'demo.second-team-manager')
  const loads = Object.fromEntries(board.caseloads.map((one) => [one.name, one.cases]))
  assert.equal(loads['Tova Tallytest'], before.caseloads.find((one) => one.name === 'Tova Tallytest').cases - 1)
  for (const list of ['cases', 'overdue', 'not-seen']) {
    const { rows } = await asks(`/team/${list}?team=all`, 'demo.second-team-manager')
    assert.ok(!JSON.stringify(rows).includes('Trialsby'), list)
  }
  const may = await stage.person('May Makebelieve')
  await may.tab.goto('/team?show=not-seen&team=all')
  assert.doesNotMatch(await words(may.tab), /Trialsby/i)
})

test('every part of it is accessible, in one piece on a telephone, and works without JavaScript', async () => {
  const parts = ['/team', '/team?show=cases', '/team?show=unallocated', '/team?show=overdue', '/team?show=not-seen', '/team?show=sign', '/team?show=not-seen&not-seen=42', '/team?show=overdue&kind=statutory&team=all&page=99']
  for (const address of parts) {
    await mo.tab.goto(address)
    assert.deepEqual(await accessibilityFaults(mo.tab), [], address)
    await mo.tab.setViewportSize({ width: 375, height: 700 })
    assert.deepEqual(await overflowFaults(mo.tab), [], address)
    await mo.tab.setViewportSize({ width: 1280, height: 900 })
  }
  const plain = await stage.person('Mo Figment', { javaScript: false })
  await plain.tab.goto('/team?show=not-seen')
  await plain.tab.getByLabel('Not seen for').selectOption('42')
  await plain.tab.getByRole('button', { name: 'Apply filters' }).click()
  assert.match(plain.tab.url(), /not-seen=42/)
})
