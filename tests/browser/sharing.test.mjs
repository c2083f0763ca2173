// Deciding whether information is shared: the record, the log on the child, and that nothing protected gets out.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessibilityFaults, overflowFaults } from './support/accessibility.mjs'
import { triesToGetRound } from './support/get_round.mjs'
import { Stage } from './support/stage.mjs'

let stage, dana, noa, shared
const main = (tab) => tab.locator('main')
const api = (path, init = {}) => fetch(`${stage.server.url}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${stage.server.token('demo.dsl')}`, 'content-type': 'application/json' } })
const read = async (path) => (await api(path)).json()

before(async () => {
  stage = await Stage.open('sharing')
  dana = await stage.person('Dana Sampleton')
  const found = await (await api('/pupils/search', { method: 'POST', body: JSON.stringify({ words: 'Noa' }) })).json()
  noa = found.rows[0].person
})
after(() => stage.close())

async function openDecision(about = noa) {
  const answer = await api('/cases', { method: 'POST', body: JSON.stringify({ procedure: 'information-sharing-decision', subjects: [{ person: about }], answers: { 'harm-now': 'no', 'in-short': 'The nurse asks.' } }) })
  const opened = await answer.json()
  assert.equal(answer.status, 201, JSON.stringify(opened))
  return opened.case
}

describe('the disclosure log on the child', () => {
  test('shows what was shared and what was not, each with its reasons', async () => {
    await dana.tab.goto(`/people/${noa}`)
    await dana.tab.getByRole('link', { name: /disclosure log/i }).click()
    const words = await main(dana.tab).innerText()
    assert.match(words, /Shared/)
    assert.match(words, /Not shared/)
    assert.match(words, /School nursing service/)
    assert.match(words, /his mother refuses/)
    assert.deepEqual(await accessibilityFaults(dana.tab), [])
    await dana.tab.setViewportSize({ width: 375, height: 700 })
    assert.deepEqual(await overflowFaults(dana.tab), [])
    await dana.tab.setViewportSize({ width: 1280, height: 900 })
  })

  test('is filtered without putting words into the address, and says when a date is none', async () => {
    await dana.tab.goto(`/people/${noa}/disclosures`)
    // The filter is folded away by a script: what is in place before it has run is not yet what the reader sees.
    const shown = async () => {
      await dana.tab.waitForLoadState('load')
      const show = dana.tab.getByRole('button', { name: 'Show filter' })
      if (await show.isVisible()) await show.click()
    }
    await shown()
    await dana.tab.getByLabel('Decision').selectOption('withheld')
    await dana.tab.getByRole('button', { name: 'Apply filters' }).click()
    assert.equal(new URL(dana.tab.url()).search, '')
    assert.doesNotMatch(await main(dana.tab).innerText(), /School nursing service/)
    await shown()
    await dana.tab.locator('#from').fill('31/2/2026')
    await dana.tab.getByRole('button', { name: 'Apply filters' }).click()
    assert.match(await main(dana.tab).innerText(), /must be a real date/)
    assert.equal(await dana.tab.getByLabel('Decision').inputValue(), 'withheld')
  })

  test('is taken out as a file, and the audit says so', async () => {
    await dana.tab.goto(`/people/${noa}/disclosures`)
    const [download] = await Promise.all([dana.tab.waitForEvent('download'), dana.tab.getByRole('button', { name: /CSV/ }).click()])
    assert.equal(download.suggestedFilename(), 'disclosure-log.csv')
  })

  test('is the same in the API, and is not there for another school', async () => {
    const log = await read(`/people/${noa}/disclosures`)
    assert.deepEqual([...new Set(log.rows.map((row) => row.decision))].sort(), ['shared', 'withheld'])
    const odi = await stage.person('Odi Quaytest')
    const answer = await odi.tab.goto(`/people/${noa}/disclosures`)
    assert.equal(answer.status(), 404)
    assert.doesNotMatch(await main(odi.tab).innerText(), /further|line/i)
  })
})

describe('a decision', () => {
  test('is not kept before it has been weighed, whichever way it is tried', async () => {
    shared = await openDecision()
    await triesToGetRound(stage, {
      person: dana, signInName: 'demo.dsl', caseId: shared, task: 'share-or-withhold', fields: { option: 'withhold', reasons: 'No.' },
      act: 'decide', body: { option: 'withhold', reasons: 'No.' }, gate: 'weighed', remedy: /Fill in what is asked/
    })
  })

  test('to withhold is on the record with its reasons, and in the log', async () => {
    const weighed = {
      initiative: 'proactive', 'information-concerned': 'How he is.', purpose: 'None was given.', 'significant-harm': 'no', 'child-in-need': 'no', 'safety-weighed': 'Nobody is helped by it.',
      amount: 'full', 'health-information': 'no', 'person-told': 'told', 'told-what': 'That we were asked.', consent: 'refused', 'consent-from': 'His mother', 'lawful-basis': 'public-task',
      'basis-in-words': 'None is needed to say no.', 'public-interest': 'not-met', 'quality-tests': ['not-all'], 'to-elsewhere': 'A newspaper'
    }
    const done = await api(`/cases/${shared}/tasks/weigh-sharing/do`, { method: 'POST', body: JSON.stringify({ answers: weighed }) })
    assert.equal(done.status, 200, await done.text())
    await dana.tab.goto(`/cases/${shared}/tasks/share-or-withhold`)
    await dana.tab.getByLabel('Do not share it').check()
    await dana.tab.getByRole('textbox').first().fill('Nobody needs it and his mother refuses.')
    await dana.tab.getByRole('button', { name: /record|decide|continue/i }).first().click()
    await dana.tab.goto(`/cases/${shared}/shared`)
    assert.match(await main(dana.tab).innerText(), /Not shared[\s\S]*A newspaper[\s\S]*his mother refuses/)
    assert.deepEqual(await accessibilityFaults(dana.tab), [])
  })
})

describe('a refuge', () => {
  const SECRET = /willow/i
  let arlo, decision
  before(async () => {
    const found = await (await api('/pupils/search', { method: 'POST', body: JSON.stringify({ words: 'Arlo' }) })).json()
    arlo = found.rows[0].person
    decision = await openDecision(arlo)
  })
  const record = (more) => ({
    initiative: 'proactive', 'information-concerned': 'He has moved to the Willow House.', purpose: 'To plan a visit.', 'significant-harm': 'no', 'child-in-need': 'no', 'safety-weighed': 'Somebody looks for them.',
    amount: 'full', 'health-information': 'no', 'person-told': 'told', 'told-what': 'All of it.', consent: 'given', 'consent-from': 'His mother', 'lawful-basis': 'consent', 'quality-tests': ['necessary'], 'to-elsewhere': 'A club', ...more
  })
  const refused = async (how, status, words) => {
    assert.ok(status >= 400 && status < 500, `${how}: answered ${status}`)
    assert.match(words, /Take it out/, how)
    const log = await read(`/cases/${decision}/disclosures`)
    assert.deepEqual(log.rows, [], how)
  }

  test('is not let out by the record, by address, by the API or from a second tab', async () => {
    const told = await api(`/cases/${decision}/tasks/weigh-sharing/do`, { method: 'POST', body: JSON.stringify({ answers: record({ facts: 'They are at The WILLOW-HOUSE now, fn99zz.' }) }) })
    const words = await told.text()
    await refused('the record', told.status, words)
    assert.doesNotMatch(words, SECRET, 'the refusal says what it protects')

    const kept = await api(`/cases/${decision}/tasks/weigh-sharing/do`, { method: 'POST', body: JSON.stringify({ answers: record({}) }) })
    assert.equal(kept.status, 200, await kept.text())
    const decide = { option: 'share-with-consent', reasons: 'It helps.' }
    const byApi = await api(`/cases/${decision}/tasks/share-or-withhold/decide`, { method: 'POST', body: JSON.stringify(decide) })
    await refused('the API', byApi.status, await byApi.text())

    const address = `/cases/${decision}/tasks/share-or-withhold`
    await dana.tab.goto('/')
    const csrf = await dana.tab.locator('input[name="_csrf"]').first().inputValue()
    const byAddress = await dana.tab.context().request.post(stage.server.url + address, { form: { ...decide, _csrf: csrf }, headers: { origin: stage.server.url }, maxRedirects: 0 })
    await refused('its address', byAddress.status(), await byAddress.text())

    const tab = await dana.tab.context().newPage()
    await tab.goto(address)
    await tab.getByLabel('Share it, with consent').check()
    await tab.getByRole('textbox').first().fill('It helps, as I wrote at length.')
    const [answer] = await Promise.all([tab.waitForNavigation({ waitUntil: 'domcontentloaded' }), tab.locator('main').getByRole('button').filter({ visible: true }).first().click()])
    await refused('a second tab', answer.status(), await tab.locator('main').innerText())
    assert.equal(await tab.getByRole('textbox').first().inputValue(), 'It helps, as I wrote at length.')
    assert.deepEqual(await accessibilityFaults(tab), [])
    await tab.close()
  })
})

describe('how the organisation shares', () => {
  test('is for whoever answers for it', async () => {
    await dana.tab.goto('/')
    await dana.tab.getByRole('link', { name: 'How we share information' }).click()
    assert.match(await main(dana.tab).innerText(), /Shared without consent/)
    assert.deepEqual(await accessibilityFaults(dana.tab), [])
    const sam = await stage.person('Sam Testwell')
    assert.equal((await sam.tab.goto('/sharing')).status(), 403)
  })
})
