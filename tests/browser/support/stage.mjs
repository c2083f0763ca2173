// A server, a browser, and people signed in to them. One for each test file; `close` fails the file if any page had a fault.
import assert from 'node:assert/strict'
import { startBrowser } from './browser.mjs'
import { DemonstrationPeople } from './pages.mjs'
import { startServer } from './server.mjs'

export class Stage {
  static async open(name) {
    const stage = new Stage()
    stage.server = await startServer(name)
    stage.browser = await startBrowser()
    stage.tabs = []
    return stage
  }

  // A window without anybody signed in.
  async visitor(options) {
    const window = await this.browser.window(this.server.url, options)
    const tab = await window.tab()
    this.tabs.push(tab)
    return { tab }
  }

  async person(name, options) {
    const person = await this.visitor(options)
    await new DemonstrationPeople(person.tab).signInAs(name)
    return person
  }

  // The API as somebody's own program calls it: status and answer.
  async calls(signInName, path, body) {
    const answer = await fetch(`${this.server.url}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${this.server.token(signInName)}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    return { status: answer.status, answered: await answer.json() }
  }

  async asks(signInName, path, body) {
    const { status, answered } = await this.calls(signInName, path, body)
    assert.ok(status < 300, `${signInName} ${path}: ${status} ${JSON.stringify(answered)}`)
    return answered
  }

  // What went wrong on any page so far, and forgets it.
  faults() {
    return this.tabs.flatMap((tab) => tab.faults.splice(0))
  }

  async close() {
    const faults = this.faults()
    await this.browser?.close()
    await this.server?.stop()
    if (faults.length > 0) console.error(this.server.log().slice(-8000))
    assert.deepEqual(faults, [])
  }
}
