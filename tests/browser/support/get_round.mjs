// Tries to get past a gate in the ways somebody might: by posting to the act's address, by the API, and from a second
// browser tab. Each try must be refused with the remedy in words, and nothing may have been recorded.
import assert from 'node:assert/strict'

const words = (html) => html.replace(/<script[\s\S]*?<\/script>/g, ' ').replace(/<[^>]+>/g, ' ').replace(/&#39;|&#x27;/g, "'").replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\s+/g, ' ')

// `gate` is the id in the definition, `remedy` what must be said to do instead (`pageRemedy` where the page says it in
// other words). `fields` is what the page's form would post; `act` and `body` are the API's name for the act and what is
// sent with it. `signInName` belongs to `person`; `witness` reads the whole record, where they do not. `openedBefore` is
// a tab of theirs that already showed the act's form, filled in, before the gate closed; without one, a form is forged
// in a second tab. `gates` instead of `gate` and `remedy`: pairs of id and remedy, where several stand before one act.
export async function triesToGetRound(stage, { task, child, act = 'do', body = {}, gate, remedy, gates = [[gate, remedy]], ...rest }) {
  const query = new URLSearchParams({ ...(child ? { child } : {}), ...(act === 'hold' ? { act } : {}) })
  await tries(stage, {
    ...rest, page: `tasks/${task}?${query}`, operation: `/tasks/${task}/${act}`, body: { ...(child ? { child } : {}), ...body },
    code: gates.map(([id]) => `gate:${id}`), remedy: gates.map(([, words]) => words),
  })
}

// What would tell the family while a prohibition is in force: the act is refused with the words of the
// prohibition, or has gone from the pages.
export async function triesToTell(stage, { prohibition, task, body = {}, ...rest }) {
  await tries(stage, {
    ...rest, page: `tasks/${task}`, operation: `/tasks/${task}/do`, body, code: `prohibited:${prohibition}`,
    remedy: /telling this family could put a person in danger. Speak to the .*first/, pageRemedy: /telling this family could put a person in danger|There is nothing here that you can open/,
  })
}

// A stage's gate: nobody goes on past it by saying so, and nobody reaches the end behind it by closing the case by hand.
// `ends` is that end; it is left out of a strand beside the main one, which leads to no end of the case.
export async function triesToPass(stage, { at, gate, ends, remedy, ...rest }) {
  await refusedByApi(stage, { ...rest, operation: '/gates', body: { stage: at, gate, why: 'It can wait.' }, code: `gate:${gate}`, remedy })
  if (ends) await triesToClose(stage, { ...rest, ends })
}

// An end that the course itself comes to is reached by doing what comes before it, and in no other way.
export async function triesToClose(stage, { ends, ...rest }) {
  const closing = { outcome: ends, reason: 'It can wait.' }
  await tries(stage, { ...rest, page: 'close', fields: closing, operation: '/close', body: closing, code: 'outcome', remedy: /reached only by doing what comes before it/ })
}

// A decision that somebody else signs: `person` is not one who may.
export async function triesToSign(stage, { signature, child, code, ...rest }) {
  await tries(stage, {
    ...rest, page: `tasks/${signature}/sign${child ? `?child=${child}` : ''}`, fields: { approve: 'yes' }, operation: `/tasks/${signature}/sign`, body: { ...(child ? { child } : {}), approve: true }, code,
  })
}

async function tries(stage, { person, page, fields = {}, remedy, pageRemedy = remedy, openedBefore, press, ...rest }) {
  const address = `/cases/${rest.caseId}/${page}`
  const ledger = await events(stage, rest)
  const refusedSo = async (how, status, text) => ledger.refusedSo(how, status, text, pageRemedy)
  await byAddress(stage, person, address, fields, refusedSo)
  await refusedByApi(stage, { ...rest, remedy })
  await bySecondTab(person, address, fields, openedBefore, press, refusedSo)
}

async function refusedByApi(stage, { operation, body, code, remedy, ...rest }) {
  const ledger = await events(stage, rest)
  const answer = await ledger.api(operation, { method: 'POST', body: JSON.stringify(body) })
  const answered = await answer.text()
  await ledger.refusedSo('by the API', answer.status, JSON.stringify(JSON.parse(answered)), remedy)
  for (const one of [code].flat()) assert.ok(answered.includes(`"${one}"`), `by the API: refused for something else than ${one}: ${answered}`)
}

// What is on the record now, so that nothing comes to it by a try that was refused.
async function events(stage, { signInName, caseId, witness = signInName }) {
  const api = (as, path, init = {}) => fetch(`${stage.server.url}/api/v1/cases/${caseId}${path}`, { ...init, headers: { authorization: `Bearer ${stage.server.token(as)}`, 'content-type': 'application/json' } })
  const recorded = async () => {
    const answer = await api(witness, '/events')
    assert.ok(answer.ok, `${witness} cannot read the case's events: ${answer.status}`)
    return (await answer.json()).rows.length
  }
  const before = await recorded()
  const refusedSo = async (how, status, text, remedy) => {
    assert.ok(status >= 400 && status < 500, `${how}: answered ${status}, not refused: ${words(text).slice(0, 400)}`)
    for (const said of [remedy].flat()) assert.match(words(text), said, `${how}: does not say what to do instead: ${words(text).slice(0, 600)}`)
    assert.equal(await recorded(), before, `${how}: something was recorded`)
  }
  return { api: (path, init) => api(signInName, path, init), refusedSo }
}

async function byAddress(stage, person, address, fields, refusedSo) {
  const csrf = await (await secondTab(person)).locator('input[name="_csrf"]').first().inputValue()
  const answer = await person.tab.context().request.post(stage.server.url + address, { form: { ...fields, _csrf: csrf }, headers: { origin: stage.server.url }, maxRedirects: 0 })
  await refusedSo('by its address', answer.status(), await answer.text())
}

async function bySecondTab(person, address, fields, openedBefore, press, refusedSo) {
  const tab = openedBefore ?? (await secondTab(person))
  const send = openedBefore ? () => tab.getByRole('button', { name: press, exact: true }).first().click() : () => forge(tab, address, fields)
  const [answer] = await Promise.all([tab.waitForNavigation({ waitUntil: 'domcontentloaded' }), send()])
  await refusedSo('from a second tab', answer.status(), await tab.content())
}

// Opened at a person's first try, and kept: each page of theirs, a refusal too, carries the token that a form needs.
async function secondTab(person) {
  if (!person.second) {
    person.second = await person.tab.context().newPage()
    await person.second.goto('/')
  }
  return person.second
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
