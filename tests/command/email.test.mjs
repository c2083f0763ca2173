// E-mail, handed to a mail server that only listens: it says that something waits and nothing else.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { demonstrated, folder, freePort, serving } from './support/hearken.mjs'

const SAID = 'A bruise on her arm the size of a coin'
const settings = join(folder, 'hearken.yaml')
const received = []
let sink, server, token

// Speaks just enough SMTP to be given messages.
function listen(port) {
  const listening = createServer((socket) => {
    let text = '', message = null
    const envelope = { to: [] }
    socket.on('error', () => {})
    socket.write('220 sink\r\n')
    socket.on('data', (part) => {
      text += part.toString('utf8')
      for (let end; (end = text.indexOf('\r\n')) >= 0; text = text.slice(end + 2)) {
        const line = text.slice(0, end)
        if (message !== null) {
          if (line !== '.') message.push(line)
          else {
            received.push({ to: envelope.to.splice(0), text: message.join('\n') })
            message = null
            socket.write('250 kept\r\n')
          }
        } else if (/^(EHLO|HELO)/i.test(line)) socket.write('250 sink\r\n')
        else if (/^RCPT TO:/i.test(line)) envelope.to.push(line.slice(8).trim()), socket.write('250 ok\r\n')
        else if (/^DATA/i.test(line)) (message = []), socket.write('354 go on\r\n')
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  listening.listen(port, '127.0.0.1')
  return once(listening, 'listening').then(() => listening)
}

before(async () => {
  const mailPort = await freePort()
  sink = await listen(mailPort)
  writeFileSync(settings, `smtp-host: 127.0.0.1\nsmtp-port: ${mailPort}\nsmtp-tls: none\nsmtp-from: hearken@example.org\nbase-url: https://hearken.example.org\n`)
  const { database, run } = demonstrated('email')
  for (const words of [['user', 'add', 'post.lead', '--name', 'Post Testwell', '--email', 'post.lead@example.org'], ['user', 'give-role', 'post.lead', 'dsl', '--at', 'Millbrook Lane Primary School']]) {
    const done = run(words)
    assert.equal(done.code, 0, done.err)
  }
  const made = run(['token', 'make', 'demo.midday-supervisor', '--name', 'e-mail test', '--scopes', 'read,act'])
  assert.equal(made.code, 0, made.err)
  token = made.out.match(/hearken_[\w-]+/)[0]
  server = await serving(['--database', database])
})

after(async () => {
  rmSync(settings, { force: true })
  await server?.stop()
  sink?.close()
})

test('whoever should know is told that something waits, once, and nothing of what it is', { timeout: 60_000 }, async () => {
  const asked = await fetch(`${server.url}/api/v1/pupils/search`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: '{"words": "a"}' })
  assert.equal(asked.status, 200, await asked.clone().text())
  const pupils = await asked.json()
  const child = pupils.rows[0]
  const opened = await fetch(`${server.url}/api/v1/cases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ procedure: 'school-concern', subjects: [{ person: child.person }], answers: { summary: SAID } }),
  })
  assert.equal(opened.status, 201, await opened.clone().text())
  const { case: concern } = await opened.json()

  while (received.length === 0) await new Promise((done) => setTimeout(done, 200))
  await new Promise((done) => setTimeout(done, 3000))
  const mine = received.filter((message) => message.to.includes('<post.lead@example.org>'))
  assert.ok(mine.length >= 1)
  const ids = mine.map((message) => message.text.match(/^Message-ID: (.+)$/m)[1])
  assert.equal(new Set(ids).size, ids.length)
  for (const { text } of mine) {
    assert.match(text, /https:\/\/hearken\.example\.org\//)
    for (const secret of [SAID, child.name, ...child.name.split(' '), concern, 'concern', 'child', 'Millbrook']) assert.ok(!text.includes(secret), `the e-mail says "${secret}"`)
  }
})
