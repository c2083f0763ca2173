// A demonstration of its own, served with a clock that the test sets. It is made afresh for each test file and thrown
// away with it; the program and its folder are those of the command tests.
import { demonstrated, serving, tokensMade } from '../../command/support/hearken.mjs'

export async function startServer(name) {
  const demonstration = demonstrated(name)
  const server = await serving(['--database', demonstration.database, '--test-clock'])

  const clock = async (method, body) => {
    const answer = await fetch(`${server.url}/test/clock`, { method, headers: { 'content-type': 'application/json' }, body })
    if (!answer.ok) throw new Error(`the test clock answered ${answer.status}: ${await answer.text()}`)
    return new Date((await answer.json()).now)
  }

  const tokens = new Map(Object.entries(tokensMade))
  return {
    url: server.url,
    // A command of the program, on this demonstration.
    run: (words, options) => demonstration.run(words, options),
    // A token of the API for somebody of the demonstration; made by the command, as an administrator would.
    token: (signInName) => {
      if (tokens.has(signInName)) return tokens.get(signInName)
      const made = demonstration.run(['token', 'make', signInName, '--name', 'Test', '--scopes', 'read,act,people'])
      if (made.code !== 0) throw new Error(made.err)
      tokens.set(signInName, made.out.trim())
      return tokens.get(signInName)
    },
    log: () => server.out + server.err,
    now: () => clock('GET'),
    setClock: (when) => clock('PUT', JSON.stringify({ now: `${when.toISOString().slice(0, 19)}Z` })),
    // Moves the clock forward; what falls due on the way is done at once.
    async later({ minutes = 0, hours = 0, days = 0 }) {
      const now = await this.now()
      return this.setClock(new Date(now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000))
    },
    // To a Tuesday morning, so that a day's work is done within one day whenever the tests are run.
    async toWorkingDay() {
      const now = await this.now()
      const day = new Date(now)
      do day.setUTCDate(day.getUTCDate() + 1)
      while (day.getUTCDay() !== 2)
      day.setUTCHours(10, 0, 0, 0)
      return this.setClock(day)
    },
    async stop() {
      const code = await server.stop()
      if (code !== 0) console.error(`${this.log()}\nthe server ended with ${code}`)
      return code
    },
  }
}
