// node make_demonstration.mjs FILE: the demonstration that all tests copy, and beside it, in FILE.tokens.json, tokens of those
// who act in many of them: each takes a second to make.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { program } from './hearken.mjs'

const OFTEN = [
  'dsl', 'contact-officer', 'social-worker', 'second-social-worker', 'team-manager', 'service-manager', 'mash-worker', 'mash-health', 'mash-police', 'ward-nurse', 'conference-chair', 'safeguarding-unit-officer',
].map((name) => `demo.${name}`)

const [file] = process.argv.slice(2)
function run(...words) {
  const done = spawnSync(program, [...words, '--database', `sqlite://${file}`], { encoding: 'utf8', env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^HEARKEN_(?!TEST)/.test(name))) })
  if (done.status !== 0) throw new Error(done.stderr)
  return done.stdout.trim()
}
run('demo')
writeFileSync(`${file}.tokens.json`, JSON.stringify(Object.fromEntries(OFTEN.map((name) => [name, run('token', 'make', name, '--name', 'Test', '--scopes', 'read,act,people')]))))
