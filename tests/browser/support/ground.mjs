// Brings cases by the API to where a gate stands. A test says only the answers that matter to it; whatever else a form
// asks for is filled in as the refusal names it.
import assert from 'node:assert/strict'
import { definitions, list, maps } from './definitions.mjs'

export class Ground {
  constructor(stage) {
    this.stage = stage
    this.people = new Map()
    this.procedures = new Map()
  }

  // Somebody's window, opened once: `person` and `signInName` of a try.
  async who(signInName, name) {
    if (!this.people.has(signInName)) this.people.set(signInName, await this.stage.person(name))
    return { person: this.people.get(signInName), signInName }
  }

  asks(signInName, path, body) {
    return this.stage.asks(signInName, path, body)
  }

  async child(words = 'Testwell') {
    return (await this.asks('demo.dsl', '/pupils/search', { words })).rows[0].person
  }

  async organisationOf(signInName) {
    return (await this.asks(signInName, '/me')).organisation
  }

  // The id of the case that opens, or of the one that opens in its place.
  async opens(signInName, procedure, subjects, answers = {}, rest = {}) {
    const made = await this.#filling(signInName, startForm(procedure), '/cases', answers, (given) => ({ procedure, subjects, answers: given, ...rest }))
    const id = made.case || made.instead[0].case
    this.procedures.set(id, made.case ? procedure : made.instead[0].procedure)
    return id
  }

  async does(signInName, caseId, task, answers = {}, rest = {}) {
    return this.#filling(signInName, formOf(this.procedures.get(caseId), task), `/cases/${caseId}/tasks/${task}/do`, answers, (given) => ({ ...(Object.keys(given).length > 0 ? { answers: given } : {}), ...rest }))
  }

  async decides(signInName, caseId, task, option, rest = {}) {
    return this.asks(signInName, `/cases/${caseId}/tasks/${task}/decide`, { option, reasons: 'It is right.', why: 'It is right.', ...rest })
  }

  // The case of `procedure` that this one opened.
  async linked(signInName, procedure, opened) {
    for (const one of opened) {
      const found = await this.stage.calls(signInName, `/cases/${one}`)
      if (found.status !== 200 || found.answered.procedure !== procedure) continue
      this.procedures.set(one, procedure)
      return one
    }
    assert.fail(`no ${procedure} among ${opened}`)
  }

  async #filling(signInName, form, path, answers, bodyOf) {
    const given = structuredClone(answers)
    for (let round = 0; ; ++round) {
      const { status, answered } = await this.stage.calls(signInName, path, bodyOf(given))
      if (status < 300) return answered
      const filled = round < 6 && list(answered.reasons).filter((reason) => fill(form, given, reason)).length > 0
      assert.ok(filled, `${signInName} ${path}: ${status} ${JSON.stringify(answered.reasons)} with ${JSON.stringify(given)}`)
    }
  }
}

// The definitions that a case of the procedure is made of, its own first; an overlay may join any.
function partsOf(procedure) {
  const own = definitions.find((one) => one.procedure === procedure)
  const included = (definition) => list(definition?.includes).flatMap(({ component }) => {
    const found = definitions.find((one) => one.component === component)
    return [found, ...included(found)]
  })
  return [own, ...included(own), ...definitions.filter((one) => one.overlay)].filter(Boolean)
}
const find = (procedure, form) => partsOf(procedure).flatMap((part) => list(part.forms)).find((one) => one.id === form)
const startForm = (procedure) => find(procedure, definitions.find((one) => one.procedure === procedure)?.start.form)
const formOf = (procedure, task) => find(procedure, partsOf(procedure).flatMap((part) => [...maps(part)]).find(({ node }) => node.id === task && node.form)?.node.form)

const codeLists = new Map(definitions.flatMap((definition) => list(definition['code-lists'])).map((one) => [one.id, one.options]))

const optionId = (option) => option.id ?? option.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')

function plain(field) {
  if (field['not-known'] === 'yes' || field['not-known'] === true) return { 'not-known': true }
  const first = () => optionId((field.options ?? codeLists.get(field['code-list']))[0])
  switch (field.type) {
    case 'yes-no': return false
    case 'yes-no-not-known': return 'no'
    case 'choice': return first()
    case 'choices': return [first()]
    case 'date': return '2026-03-05'
    case 'date-time': return '2026-03-05T09:00:00Z'
    case 'number': return 1
    case 'group': return [{}]
    default: return 'Said.'
  }
}

// Puts a plain answer where a refusal says that one is missing (`facts[0].source`), or the words that stand beside one.
// False where nothing is known of it.
function fill(form, answers, { code, field: path }) {
  if (['reason', 'speaker', 'option-text'].includes(code)) answers[path] = 'Said.'
  if (code !== 'required') return path in answers
  const found = /^([a-z0-9-]+)(?:\[(\d+)\]\.([a-z0-9-]+))?$/.exec(path ?? '')
  if (!found) return false
  const [, id, row, column] = found
  const asked = list(form?.fields).find((one) => one.id === id)
  const field = column ? list(asked?.fields).find((one) => one.id === column) : asked
  if (!field) return false
  if (column) answers[id][Number(row)][column] = plain(field)
  else answers[id] = plain(field)
  return true
}
