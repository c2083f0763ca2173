// Runs the program that was built, as a user would: one process a command, a folder of its own for each test file.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
export const program = resolve(root, process.env.HEARKEN_TEST_PROGRAM ?? 'build/dev/hearken')
if (!existsSync(program)) throw new Error(`${program} is not built: cmake --build build/dev --target hearken`)

export const folder = mkdtempSync(join(tmpdir(), 'hearken-command-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

// HEARKEN_TEST_PROCEDURES: another folder of definitions than the one beside the program.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('HEARKEN_')))
if (process.env.HEARKEN_TEST_PROCEDURES) environment.HEARKEN_PROCEDURES = resolve(process.env.HEARKEN_TEST_PROCEDURES)

// {code, out, err}. `env` adds to an environment without any HEARKEN_ names.
export function hearken(words, { env = {}, input, cwd = folder } = {}) {
  const done = spawnSync(program, words, { cwd, env: { ...environment, ...env }, input, encoding: 'utf8', timeout: 300_000, maxBuffer: 64 * 1024 * 1024 })
  if (done.error) throw done.error
  return { code: done.status, out: done.stdout, err: done.stderr }
}

// A database of its own, prepared by `init` with a partnership.
export function prepared(name) {
  const file = join(folder, `${name}.db`)
  const database = `sqlite://${file}`
  const made = hearken(['init', '--database', database, '--partnership', 'Fenmere Test Partnership'])
  if (made.code !== 0) throw new Error(made.err)
  return { file, database, run: (words, options) => hearken([...words, '--database', database], options) }
}

// The demonstration takes seconds to make: once for all tests where HEARKEN_TEST_DEMONSTRATION says where it lies, else
// once for each test file; copied for each test that changes it.
let demonstration = process.env.HEARKEN_TEST_DEMONSTRATION
// Sign-in name → token, of those for whom the shared demonstration has one.
export const tokensMade = demonstration ? JSON.parse(readFileSync(`${demonstration}.tokens.json`, 'utf8')) : {}
export function demonstrated(name) {
  if (!demonstration) {
    demonstration = join(folder, 'demonstration-original.db')
    const made = hearken(['demo', '--database', `sqlite://${demonstration}`])
    if (made.code !== 0) throw new Error(made.err)
  }
  const file = join(folder, `${name}.db`)
  for (const part of ['', '-wal']) if (existsSync(demonstration + part)) copyFileSync(demonstration + part, file + part)
  const database = `sqlite://${file}`
  return { file, database, run: (words, options) => hearken([...words, '--database', database], options) }
}

export async function freePort() {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

// Starts `serve` and waits until it says where it is.
export async function serving(words) {
  const port = await freePort()
  const child = spawn(program, ['serve', '--port', String(port), ...words], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const server = { port, url: `http://127.0.0.1:${port}`, out: '', err: '', code: null }
  const ended = once(child, 'exit').then(([code, signal]) => (server.code = signal ?? code))
  child.stderr.on('data', (text) => (server.err += text))
  await new Promise((done, failed) => {
    child.stdout.on('data', (text) => {
      server.out += text
      if (server.out.includes('Hearken is at ')) done()
    })
    ended.then(() => failed(new Error(`serve ended with ${server.code}: ${server.err}`)))
  })
  server.stop = async () => {
    child.kill('SIGTERM')
    await ended
    return server.code
  }
  return server
}
