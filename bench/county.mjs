// How long pages take where there is as much as in a county: 400 schools, 100,000 people, 5,000 open cases.
//   node bench/county.mjs build/release/hearken [people] [requests] [database file to keep and use again]
// Makes a county of invented people beside the demonstration, so that nothing real is touched. bench/README.md holds figures.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureAll, Served, Visitor } from './support.mjs'

const [program = 'build/release/hearken', people = '100000', times = '50', keep] = process.argv.slice(2)
const folder = keep ? undefined : mkdtempSync(join(tmpdir(), 'hearken-county-'))
const file = keep ?? join(folder, 'county.db')
const database = `sqlite://${file}`

if (!existsSync(file)) {
  const began = performance.now()
  const made = spawnSync(program, ['demo', '--database', database], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, HEARKEN_DEMONSTRATION_PEOPLE: people } })
  if (made.status !== 0) throw new Error('the county could not be made')
  console.error(`made in ${Math.round((performance.now() - began) / 1000)} s`)
}
const served = await Served.start(program, database, 18991)
try {
  const as = async (name) => {
    const visitor = new Visitor(served.base)
    await visitor.signInAs(name)
    return visitor
  }
  const mo = await as('Mo Figment')
  const lead = await as('Dana Sampleton')
  const managers = await mo.peopleNamed(/as ([^<]+ \(manager\))</g)
  const manager = await as(managers[0])
  const caseOf = await manager.link('/team?show=cases', /href="(\/cases\/[a-z0-9]{18})/)
  const child = await manager.link('/team?show=cases', /href="(\/people\/[a-z0-9]{18})/)
  await measureAll(Number(times), [
    ['cheapest: /health', mo, '/health'],
    ['/team of one team of twenty', manager, '/team'],
    ['its children not seen', manager, '/team?show=not-seen'],
    ['its overdue work', manager, '/team?show=overdue'],
    ['/team of the whole service', manager, '/team?team=all'],
    ['the service’s children not seen', manager, '/team?show=not-seen&team=all'],
    ['the service’s overdue work', manager, '/team?show=overdue&team=all'],
    ['the service’s decisions to sign', manager, '/team?show=sign&team=all'],
    ['home of a team manager', manager, '/'],
    ['the list of cases', manager, '/cases'],
    ['a case', manager, caseOf],
    ['a child', manager, child],
    ['triage of a school', lead, '/triage'],
    ['search for a name', manager, '/people/search', { words: 'Sampleham' }],
  ])
} finally {
  served.stop()
  if (folder) rmSync(folder, { recursive: true, force: true })
}
