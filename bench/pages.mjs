// How long the server takes for ordinary pages, beside the cheapest page measured in the same run.
//   node bench/pages.mjs build/release/hearken [requests]
// Makes a demonstration of its own, so that nothing real is touched. Prints a table; bench/README.md holds figures.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureAll, Served, Visitor } from './support.mjs'

const [program = 'build/release/hearken', times = '200'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'hearken-bench-'))
const database = `sqlite://${folder}/bench.db`
const made = spawnSync(program, ['demo', '--database', database], { encoding: 'utf8' })
if (made.status !== 0) throw new Error(made.stderr)
const served = await Served.start(program, database, 18990)

try {
  const [dsl, front, manager] = [new Visitor(served.base), new Visitor(served.base), new Visitor(served.base)]
  await dsl.signInAs('Dana Sampleton')
  await front.signInAs('Cora Imagin')
  await manager.signInAs('Mo Figment')
  const aCase = /href="(\/cases\/[a-z0-9]{18})/
  await measureAll(Number(times), [
    ['cheapest: /health', dsl, '/health'],
    ['home of a safeguarding lead', dsl, '/'],
    ['a concern', dsl, await dsl.link('/cases', aCase)],
    ['home of the front door', front, '/'],
    ['a referral', front, await front.link('/cases', aCase)],
    ['a child', front, await front.link(await front.link('/cases', aCase), /href="(\/people\/[a-z0-9]{18})/)],
    ['the board of a team manager', manager, '/team'],
    ['a procedure', dsl, '/procedures/referral'],
  ])
} finally {
  served.stop()
  rmSync(folder, { recursive: true, force: true })
}
