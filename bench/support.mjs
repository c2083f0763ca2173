// A server to measure, visitors with cookies of their own, and the table of what was measured.
import { spawn } from 'node:child_process'

export class Served {
  static async start(program, database, port) {
    const served = new Served()
    served.base = `http://localhost:${port}`
    served.process = spawn(program, ['serve', '--database', database, '--port', String(port)], { stdio: 'ignore', env: { ...process.env, HEARKEN_LOG_LEVEL: 'warn' } })
    for (let tries = 0; tries < 400; ++tries) {
      try {
        await fetch(served.base + '/health')
        return served
      } catch {
        await new Promise((done) => setTimeout(done, 50))
      }
    }
    throw new Error('the server did not start')
  }
  stop() {
    this.process.kill('SIGTERM')
  }
}

export class Visitor {
  cookies = new Map() // by name, as a browser would keep them
  csrf = ''
  constructor(base) {
    this.base = base
  }
  async fetch(path, options = {}) {
    const headers = { ...options.headers, cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    const response = await fetch(this.base + path, { ...options, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';')
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return response
  }
  async text(path) {
    return (await this.fetch(path)).text()
  }
  post(path, fields) {
    return this.fetch(path, { method: 'POST', body: new URLSearchParams(fields), headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.base } })
  }
  async link(path, pattern) {
    return (await this.text(path)).match(pattern)?.[1]
  }
  async peopleNamed(pattern) {
    return [...(await this.text('/demonstration')).matchAll(pattern)].map((match) => match[1])
  }
  async signInAs(name) {
    const button = (await this.text('/demonstration')).split('<button').find((part) => part.includes(`as ${name}<`))
    await this.post('/demonstration/sign-in', { user: button.match(/value="([^"]+)"/)[1] })
    this.csrf = (await this.text('/')).match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
  }
}

/** Where fields are given they are posted, as a search is. */
async function measure(visitor, path, times, fields) {
  const took = []
  for (let n = 0; n < times + 20; ++n) {
    const before = performance.now()
    const response = fields ? await visitor.post(path, { ...fields, _csrf: visitor.csrf }) : await visitor.fetch(path)
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`${path} gave ${response.status}`)
    if (n >= 20) took.push(performance.now() - before)
    if (n % 10 === 0) await new Promise((done) => setTimeout(done, 550)) // stay under the page rate
  }
  took.sort((a, b) => a - b)
  return { median: took[took.length >> 1], p95: took[Math.floor(took.length * 0.95)] }
}

/** Prints a table; the first page is the one that others are compared with. */
export async function measureAll(times, pages) {
  let cheapest
  console.log('| page | median ms | 95th percentile ms | × the cheapest |\n|---|---|---|---|')
  for (const [name, visitor, path, fields] of pages) {
    const { median, p95 } = await measure(visitor, path, times, fields)
    cheapest ??= median
    console.log(`| ${name} | ${median.toFixed(2)} | ${p95.toFixed(2)} | ${(median / cheapest).toFixed(1)} |`)
  }
}
