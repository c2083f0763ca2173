// docs/api.md, carried out as it is written: every ```sh block is run by bash, in order and in one shell, and what it
// prints must be what the ```json block after it says. So the guide cannot describe an API that is not there.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { demonstrated, folder, program, root, serving } from './support/hearken.mjs'

const MARK = '\u0001 end of block'
const text = readFileSync(join(root, 'docs/api.md'), 'utf8')

// {title, commands, expected}: expected is the JSON that follows, or null when nothing is said about what is printed.
function blocksOf(markdown) {
  const blocks = []
  let title = ''
  for (const found of markdown.matchAll(/^#+ (?<heading>.+)$|^```(?<language>sh|json)\n(?<body>[\s\S]*?)^```$/gm)) {
    const { heading, language, body } = found.groups
    if (heading) title = heading
    else if (language === 'sh') blocks.push({ title, commands: body, expected: null })
    else if (blocks.length > 0 && blocks.at(-1).expected === null) blocks.at(-1).expected = body
  }
  return blocks
}

// Every member said must be there; "…" stands for any words, and a list is to hold what is said of it, in that order.
function differences(said, real, at = '$') {
  if (said === '…') return real === undefined || real === null || real === '' ? [`${at} is not there`] : []
  if (Array.isArray(said)) {
    if (!Array.isArray(real)) return [`${at} is no list but ${JSON.stringify(real)}`]
    if (said.length !== real.length) return [`${at} has ${real.length} entries, not ${said.length}: ${JSON.stringify(real)}`]
    return said.flatMap((one, index) => differences(one, real[index], `${at}[${index}]`))
  }
  if (said !== null && typeof said === 'object') {
    if (real === null || typeof real !== 'object') return [`${at} is ${JSON.stringify(real)}`]
    return Object.entries(said).flatMap(([name, value]) => differences(value, real[name], `${at}.${name}`))
  }
  if (typeof said === 'string' && said.includes('…') && typeof real === 'string') {
    const pattern = said.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')
    return new RegExp(`^${pattern}$`, 's').test(real) ? [] : [`${at} is ${JSON.stringify(real)}, not ${JSON.stringify(said)}`]
  }
  return said === real ? [] : [`${at} is ${JSON.stringify(real)}, not ${JSON.stringify(said)}`]
}

test('a difference between what is said and what is printed is found', () => {
  assert.deepEqual(differences({ a: '…', b: ['x'] }, { a: 'y', b: ['x'], c: 1 }), [])
  assert.deepEqual(differences({ text: 'Send …' }, { text: 'Send "now".' }), [])
  assert.equal(differences({ a: 'x' }, { a: 'y' }).length, 1)
  assert.equal(differences({ a: '…' }, {}).length, 1)
  assert.equal(differences({ b: [] }, { b: ['x'] }).length, 1)
})

describe('the session in docs/api.md', () => {
  const blocks = blocksOf(text)
  let server, printed

  before(async () => {
    const { file, database } = demonstrated('api-session')
    server = await serving(['--database', database, '--test-clock'])
    const bin = join(folder, 'bin'), place = mkdtempSync(join(folder, 'session-'))
    mkdirSync(bin, { recursive: true })
    symlinkSync(program, join(bin, 'hearken'))
    // The guide's database is demo.db of the folder it is run in, and its server the one on port 8080.
    symlinkSync(file, join(place, 'demo.db'))
    const script = blocks.map((block) => `${block.commands}\nprintf '\\n%s\\n' '${MARK}'\n`).join('')
    writeFileSync(join(place, 'session.sh'), script.replaceAll('http://localhost:8080', server.url))
    const done = spawnSync('bash', ['session.sh'], { cwd: place, env: { ...process.env, HEARKEN_DATABASE: database, PATH: `${bin}:${process.env.PATH}` }, encoding: 'utf8', timeout: 120_000 })
    printed = done.stdout.split(MARK)
    assert.equal(done.status, 0, done.stderr)
  })
  after(() => server?.stop())

  test('has commands and says what they print', () => {
    assert.ok(blocks.length > 15, `${blocks.length} blocks`)
    assert.ok(blocks.filter((block) => block.expected).length > 12)
  })

  blocks.forEach((block, index) =>
    test(`${index + 1}. ${block.title}: ${block.commands.trim().split('\n')[0].slice(0, 60)}`, () => {
      if (!block.expected) return
      let real
      try {
        real = JSON.parse(printed[index])
      } catch {
        assert.fail(`printed no JSON: ${printed[index]}`)
      }
      assert.deepEqual(differences(JSON.parse(block.expected), real), [])
    })
  )
})
