// Tries to get past a gate in the ways somebody might: by posting to the act's address, by the API, and from a second
// browser tab. Each try must be refused with the remedy in words, and nothing may have been recorded.
import assert from 'node:assert/strict'

const words = (html) => html.replace(/<script[\s\S]*?<\/script>/g, ' ').replace(/<[^>]+>/g, ' ').replace(/&#39;|&#x27;/g, "'").replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\s+/g, ' ')

// `gate` is the id in the definition, `remedy` what the page must say to do instead. `fields` is what the page's form
// would post; `act` and `body` are the API's name for the act and what is sent with it. `signInName` belongs to
// `person`. `openedBefore` is a tab of theirs that already showed the act's form, filled in, before the gate closed;
// without one, a form is forged in a new tab.
export async function triesToGetRound(stage, { person, signInName, caseId, task, child, fields = {}, act = 'do', body = {}, gate, remedy, openedBefore, press }) {
  const token = stage.server.token(signInName)
  const address = `/cases/${caseId}/tasks/${task}${child ? `?child=${child}` : ''}`
  const api = (path, init = {}) => fetch(`${stage.server.url}/api/v1/cases/${caseId}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } })
  const recorded = async () => {
    const answer = await api('/events')
    return answer.ok ? String((await answer.json()).rows.length) : String(answer.status)
  }
  const before = await recorded()
  assert.match(before, /^\d+$/, `${signInName} cannot read the case's events: ${before}`)
  const refusedSo = async (how, status, text, change = true) => {
    assert.ok(status >= 400 && status < 500, `${how}: answered ${status}, not refused: ${words(text).slice(0, 400)}`)
    assert.match(words(text), remedy, `${how}: does not say what to do instead: ${words(text).slice(0, 600)}`)
    if (change) assert.equal(await recorded(), before, `${how}: something was recorded`)
  }

  await byAddress(stage, person, address, fields, refusedSo)

  const answer = await api(`/tasks/${task}/${act}`, { method: 'POST', body: JSON.stringify({ ...(child ? { child } : {}), ...body }) })
  const answered = await answer.text()
  await refusedSo('by the API', answer.status, JSON.stringify(JSON.parse(answered)))
  assert.ok(answered.includes(`gate:${gate}`), `by the API: refused for something else than ${gate}: ${answered}`)

  await bySecondTab(person, address, fields, openedBefore, press, refusedSo)
}

async function byAddress(stage, person, address, fields, refusedSo) {
  const { request } = person.tab.context()
  const own = await (await request.get(`${stage.server.url}/`)).text()
  const csrf = /name="_csrf" value="([^"]+)"/.exec(own)?.[1]
  assert.ok(csrf, 'no page of theirs carries a token')
  const answer = await request.post(stage.server.url + address, { form: { ...fields, _csrf: csrf }, headers: { origin: stage.server.url }, maxRedirects: 0 })
  await refusedSo('by its address', answer.status(), await answer.text())
}

async function bySecondTab(person, address, fields, openedBefore, press, refusedSo) {
  const tab = openedBefore ?? (await person.tab.context().newPage())
  const send = openedBefore ? () => tab.getByRole('button', { name: press, exact: true }).first().click() : () => forge(tab, address, fields)
  if (!openedBefore) await tab.goto('/')
  const [answer] = await Promise.all([tab.waitForNavigation({ waitUntil: 'domcontentloaded' }), send()])
  await refusedSo('from a second tab', answer.status(), await tab.content())
  if (!openedBefore) await tab.close()
}

// A form that no page of ours offered, sent as the person would send one.
async function forge(tab, to, fields) {
  await tab.evaluate(([address, values]) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: address })
    const own = document.querySelector('input[name="_csrf"]').value
    for (const [name, value] of Object.entries({ ...values, _csrf: own })) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
    document.body.append(form)
    form.submit()
  }, [to, fields])
}
