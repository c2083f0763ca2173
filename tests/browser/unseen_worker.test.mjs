// Somebody works with a child in a case that only those named may know of. Whoever reports about that child is answered
// as whoever reports about any other; the worker has the report at once.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Stage } from './support/stage.mjs'

let stage, cora, dana
before(async () => {
  stage = await Stage.open('unseen-worker')
  await stage.server.toWorkingDay()
  cora = await stage.person('Cora Imagin')
  dana = await stage.person('Dana Sampleton')
})
after(() => stage.close())

const ANSWERS = { 'immediate-protection': true, 'cause-for-concern': 'Nobody is at home at night.', 'local-authority': 'fenmere', 'referrer-type': 'professional', channel: 'online' }
const refer = (who, subject) => stage.asks(who, '/cases', { procedure: 'referral', subjects: [subject], answers: ANSWERS })
const pupil = async (family) => (await stage.asks('demo.dsl', '/people', { kind: 'child', 'given-name': 'Junia', 'family-name': family, born: '2016-05-04', 'confirmed-new': true })).person
async function read(who, path) {
  const answer = await fetch(`${stage.server.url}/api/v1/cases/${path}`, { headers: { authorization: `Bearer ${stage.server.token(who)}` } })
  return { status: answer.status, body: await answer.json() }
}

// What is left when ids, moments and the child's name are taken out.
const shape = (value) => JSON.parse(JSON.stringify(value).replace(/"[0-9a-z]{16,}"|"[0-9a-f-]{36}"/gi, '"ID"').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, 'WHEN').replace(/Inventedx|Inventedy/gi, 'NAME'))
const words = (html) => html.replace(/<script[\s\S]*?<\/script>/g, ' ').replace(/value="[^"]*"|href="[^"]*"|action="[^"]*"|nonce="[^"]*"/g, ' ').replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-z]{16,}\b/gi, 'ID').replace(/\d\d?(:\d\d)?[ap]m/g, 'WHEN').replace(/Inventedx|Inventedy/gi, 'NAME').replace(/\s+/g, ' ')

describe('a worker in a restricted case', () => {
  test('is told of a report, and nothing that whoever reports can read tells it apart from another', async () => {
    const child = await pupil('Inventedx'), another = await pupil('Inventedy')
    const first = (await refer('demo.dsl', { person: child })).case
    await cora.tab.goto(`/cases/${first}/tasks/check-allocated-worker`)
    const worker = await cora.tab.locator('option', { hasText: 'Wren Storyline' }).first().getAttribute('value')
    await stage.asks('demo.contact-officer', `/cases/${first}/tasks/check-allocated-worker/do`, {
      answers: { 'name-asked': 'Spelled back.', 'address-asked': { 'not-known': true }, 'allocated-worker': true, worker, 'worker-team': 'South' },
    })
    await stage.asks('demo.team-manager', `/cases/${first}/restrict`, { restricted: true, named: [worker], reason: 'An aunt works at the front door.' })

    const hidden = await refer('demo.dsl', { person: child })
    const other = await refer('demo.dsl', { person: another })
    assert.deepEqual(shape(hidden), shape(other))
    // Both sides of it: who reported, and who works on what was reported.
    for (const reader of ['demo.dsl', 'demo.contact-officer'])
      for (const path of ['', '/acts', '/who-can-see', '/chronology', '/events']) assert.deepEqual(shape(await read(reader, hidden.case + path)), shape(await read(reader, other.case + path)), `${reader} ${path}`)
    for (const { tab } of [dana, cora]) {
      const page = async (id) => {
        await tab.goto(`/cases/${id}`)
        return words(await tab.locator('main').innerHTML())
      }
      assert.equal(await page(hidden.case), await page(other.case))
    }

    const news = (await stage.asks('demo.second-social-worker', '/cases?procedure=report-to-worker')).rows.map((row) => row.case)
    const reached = []
    for (const id of news) if ((await stage.asks('demo.second-social-worker', `/cases/${id}`)).subjects.some((one) => one.person === child)) reached.push(id)
    assert.equal(reached.length, 1, 'the worker has it')
    const looked = await fetch(`${stage.server.url}/api/v1/cases/${reached[0]}`, { headers: { authorization: `Bearer ${stage.server.token('demo.contact-officer')}` } })
    assert.equal(looked.status, 404)
  })
})
