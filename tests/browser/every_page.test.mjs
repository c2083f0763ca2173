// Every page that each role can walk to from home: accessible, in one piece at 375 pixels, without an error in the console.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessibilityFaults, overflowFaults, structureFaults } from './support/accessibility.mjs'
import { Stage } from './support/stage.mjs'

const MOST_PAGES = Number(process.env.HEARKEN_MOST_PAGES ?? 45)
const ROLES = ['Sam Testwell', 'Tess Exampleby', 'Dana Sampleton', 'Hilary Pretendle', 'Cora Imagin', 'Sol Specimen', 'Mo Figment', 'Pia Dummitt', 'Petra Protoname', 'Ada Nullman', 'Audrey Blankson', 'Rae Manyhat']
// Shown to one person of the demonstration is shown to all: what is the same for everybody is looked at once.
const seenByAll = new Set()

let stage
before(async () => { stage = await Stage.open('every-page') })
after(() => stage.close())

// /cases/0192…/tasks/weigh?child=0192… → /cases/:id/tasks/weigh?child: one of each kind is looked at.
function kindOf(address) {
  const url = new URL(address, 'http://x')
  const path = url.pathname.replace(/^\/duties\/.+/, '/duties/:id').split('/').map((part) => (/^[0-9a-z]{16,}$/i.test(part) || /^\d+$/.test(part) ? ':id' : part)).join('/')
  return path + [...url.searchParams].map(([name, value]) => `?${name}${name === 'part' ? `=${value}` : ''}`).sort().join('')
}
const isTheSameForAll = (kind) => /^\/(guidance|procedures|duties|contacts|hidden|account|sign-in|start\/)/.test(kind)
const isAPage = (address) => address.startsWith('/') && !/^\/(assets|api|sign-out|test|version|health)|\.(svg|csv|json)(\?|$)/.test(address)

async function faultsOf(tab, address) {
  await tab.setViewportSize({ width: 1280, height: 900 })
  const answer = await tab.goto(address)
  const faults = []
  if (answer.status() >= 400) faults.push(`answered ${answer.status()}: a link that leads to a refusal`)
  // The page that hides everything else says nothing of what it hides, in its title neither.
  if (!address.startsWith('/hidden')) faults.push(...(await structureFaults(tab)))
  faults.push(...(await accessibilityFaults(tab)))
  await tab.setViewportSize({ width: 375, height: 700 })
  faults.push(...(await overflowFaults(tab)), ...tab.faults.splice(0))
  return faults
}

async function walk(tab) {
  const waiting = ['/']
  const kinds = new Set()
  const found = []
  let looked = 0
  while (waiting.length > 0 && looked < MOST_PAGES) {
    const address = waiting.shift()
    const kind = kindOf(address)
    if (kinds.has(kind) || seenByAll.has(kind)) continue
    kinds.add(kind)
    if (isTheSameForAll(kind)) seenByAll.add(kind)
    looked += 1
    for (const fault of await faultsOf(tab, address)) found.push(`${kind}: ${fault}`)
    const links = await tab.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    for (const link of links) {
      const target = new URL(link, tab.url())
      const to = target.pathname + target.search
      if (target.origin === new URL(tab.url()).origin && isAPage(to) && !kinds.has(kindOf(to))) waiting.push(to)
    }
  }
  return { found, looked, kinds }
}

describe('every page', () => {
  for (const name of ROLES)
    test(`that ${name} can walk to`, async (t) => {
      const person = await stage.person(name)
      const { found, looked, kinds } = await walk(person.tab)
      t.diagnostic(`${looked} kinds of page: ${[...kinds].join(' ')}`)
      assert.deepEqual(found, [])
      assert.ok(looked >= 4, `only ${looked} pages`)
    })

  test('before signing in, and the pages of errors', async () => {
    const nobody = await stage.visitor()
    const found = []
    for (const [address, status] of [['/sign-in', 200], ['/demonstration', 200], ['/report', 200], ['/report/public', 200], ['/report/child', 200], ['/report/professional', 200], ['/report/anonymity', 200], ['/contacts', 200], ['/contacts/poster', 200], ['/hidden', 200], ['/nothing/here', 404]]) {
      const faults = (await faultsOf(nobody.tab, address)).filter((fault) => status === 200 || !fault.startsWith(`answered ${status}`))
      found.push(...faults.map((fault) => `${address}: ${fault}`))
    }
    assert.deepEqual(found, [])
  })
})
