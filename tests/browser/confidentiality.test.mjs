// What somebody may not see does not exist for them: not by its address, not in a list, not in a search, not on the child.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { ChildPage, HearkenPage, Home, PeopleSearch } from './support/pages.mjs'
import { Stage } from './support/stage.mjs'

let stage, restricted, restrictedChild, schoolConcern
const CHILD = 'Notrealson'
before(async () => {
  stage = await Stage.open('confidentiality')
  const mo = await stage.person('Mo Figment')
  const work = new Home(mo.tab)
  await work.open()
  const task = mo.tab.locator('.hearken-work li').filter({ hasText: CHILD }).getByRole('link').first()
  const to = new URL(await task.getAttribute('href'), 'http://x')
  restricted = to.pathname.split('/')[2]
  restrictedChild = to.searchParams.get('child')

  const dana = await stage.person('Dana Sampleton')
  const concerns = new HearkenPage(dana.tab)
  await concerns.open('/cases')
  schoolConcern = new URL(await dana.tab.getByRole('main').getByRole('link', { name: /concern/i }).first().getAttribute('href'), 'http://x').pathname.split('/')[2]
})
after(() => stage.close())

// The page somebody sees at an address, without what differs in every answer.
async function seen(tab, address) {
  const answer = await tab.goto(address)
  return { status: answer.status(), title: await tab.title(), words: await tab.locator('main').innerText() }
}

describe('a restricted case', () => {
  for (const name of ['Wren Storyline', 'Stella Supposely', 'Cora Imagin', 'Dana Sampleton', 'Odi Quaytest', 'Ada Nullman'])
    test(`looks to ${name} like one that was never made`, async () => {
      const person = await stage.person(name)
      const never = `${restricted.slice(0, -4)}0000`
      assert.notEqual(never, restricted)
      const real = await seen(person.tab, `/cases/${restricted}`)
      assert.deepEqual(real, await seen(person.tab, `/cases/${never}`))
      assert.ok([403, 404].includes(real.status))
    })

  test('is in nobody else\'s list', async () => {
    for (const name of ['Wren Storyline', 'Cora Imagin', 'Dana Sampleton', 'Odi Quaytest']) {
      const person = await stage.person(name)
      const list = new HearkenPage(person.tab)
      for (const address of ['/', '/cases', '/notices']) {
        await list.open(address)
        // The school has worries of its own about the family, so there the name alone gives nothing away.
        if (name !== 'Dana Sampleton') assert.ok(!(await list.words()).includes(CHILD), `${name} reads of it at ${address}`)
        assert.equal(await person.tab.locator(`a[href*="${restricted}"]`).count(), 0)
      }
    }
  })

  test('is not on the child\'s page of a school that knows the child', async () => {
    const dana = await stage.person('Dana Sampleton')
    const page = new ChildPage(dana.tab)
    const answer = await page.open(restrictedChild)
    assert.equal(answer.status(), 200)
    assert.equal(await dana.tab.locator(`a[href*="${restricted}"]`).count(), 0)
    assert.doesNotMatch(await page.words(), /arrested/)
    await page.tab.goto(`/people/${restrictedChild}/chronology`)
    assert.doesNotMatch(await page.words(), /arrested/)
  })
})

describe("another school's concern", () => {
  test('is not there for its safeguarding lead, by address or in the list', async () => {
    const odi = await stage.person('Odi Quaytest')
    const real = await seen(odi.tab, `/cases/${schoolConcern}`)
    assert.equal(real.status, 404)
    const list = new HearkenPage(odi.tab)
    await list.open('/cases')
    assert.equal(await odi.tab.locator(`a[href*="${schoolConcern}"]`).count(), 0)
  })

  test('nor is the child found by searching', async () => {
    const odi = await stage.person('Odi Quaytest')
    const search = new PeopleSearch(odi.tab)
    await search.find('Testwell')
    assert.equal(await odi.tab.locator('main a[href^="/people/"]').filter({ hasText: /Maya|Leo/ }).count(), 0, await search.words())
  })
})

test('signed out, every page asks to sign in and says nothing of what is there', async () => {
  const nobody = await stage.visitor()
  const page = new HearkenPage(nobody.tab)
  for (const address of [`/cases/${schoolConcern}`, `/people/${restrictedChild}`, '/', '/admin']) {
    await page.open(address)
    assert.match(page.path, /^\/sign-in/)
    assert.doesNotMatch(await page.words(), /Testwell|Notrealson/)
  }
})
