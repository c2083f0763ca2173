// The pages as a person uses them: by their words, never by ids or classes.
import assert from 'node:assert/strict'

// A label or legend as written in the procedure: the page adds to it where an answer may be left out.
function labelled(words) {
  return typeof words === 'string' ? new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(optional\\))?$`) : words
}

// What every page has.
export class HearkenPage {
  constructor(tab) {
    this.tab = tab
  }

  // Goes to an address of the product.
  async open(path) {
    return this.tab.goto(path)
  }

  get path() {
    const url = new URL(this.tab.url())
    return url.pathname + url.search
  }

  async heading() {
    return (await this.tab.locator('h1').innerText()).trim()
  }

  async words() {
    return (await this.tab.locator('main').innerText()).replace(/\s+/g, ' ')
  }

  async press(name) {
    await this.tab.getByRole('button', { name, exact: typeof name === 'string' }).first().click()
  }

  // What is less urgent is folded away on a long list.
  async unfold() {
    await this.tab.locator('main').evaluate((main) => main.querySelectorAll('details').forEach((fold) => (fold.open = true)))
  }

  async follow(name) {
    await this.tab.getByRole('link', { name, exact: typeof name === 'string' }).first().click()
  }

  async write(label, text) {
    await this.tab.getByLabel(labelled(label)).first().fill(text)
  }

  async written(label) {
    return this.tab.getByLabel(labelled(label)).first().inputValue()
  }

  // One choice of a question; the question is the words of its legend.
  async choose(question, choice) {
    await this.question(question).getByLabel(labelled(choice)).first().check()
  }

  question(words) {
    return this.tab.getByRole('group', { name: labelled(words) }).first()
  }

  async tick(choice) {
    await this.tab.getByLabel(labelled(choice)).first().check()
  }

  // The reasons in the summary of errors at the top.
  async errors() {
    return this.tab.locator('.govuk-error-summary__list li').allInnerTexts()
  }

  async notice() {
    return (await this.tab.locator('.govuk-notification-banner').allInnerTexts()).join(' ')
  }

  async assertAt(heading) {
    assert.equal(await this.heading(), heading, await this.words())
  }
}

export class DemonstrationPeople extends HearkenPage {
  async signInAs(name) {
    await this.open('/demonstration')
    await this.press(`Sign in as ${name}`)
    await this.tab.waitForURL((url) => !url.pathname.startsWith('/demonstration'))
  }
}

export class Home extends HearkenPage {
  async open() {
    const answer = await super.open('/')
    await this.unfold()
    return answer
  }

  // The lines of work in their order: title, and the rest of the line.
  async lines() {
    return this.tab.locator('.hearken-work li').evaluateAll((lines) => lines.map((line) => ({ title: line.querySelector('a').innerText.trim(), words: line.innerText.replace(/\s+/g, ' ').trim() })))
  }

  async openTask(title, child) {
    await this.tab.locator('.hearken-work li').filter({ hasText: child ?? '' }).getByRole('link', { name: title, exact: true }).first().click()
  }

  // For those who hold several roles.
  async actAs(role) {
    await this.open()
    await this.tab.getByRole('combobox', { name: 'Switch role' }).selectOption({ label: role })
    await this.press('Switch role')
  }
}

// Recording something new: the pages from whom it is about to the answers and the receipt.
export class StartRecord extends HearkenPage {
  async begin(procedure) {
    return this.open(`/start/${procedure}`)
  }

  async find(words) {
    await this.write('Search by name', words)
    await this.press('Search')
  }

  async continue() {
    await this.tab.getByRole('button', { name: 'Continue', exact: true }).last().click()
  }

  async send() {
    await this.press('Send')
  }

  // The number of the case, as the page that says "Received" shows it.
  async reference() {
    return new URL(this.tab.url()).pathname.split('/')[2]
  }
}

export class CasePage extends HearkenPage {
  constructor(tab, id) {
    super(tab)
    this.id = id
  }

  async open(part = '') {
    return super.open(`/cases/${this.id}${part ? `?part=${part}` : ''}`)
  }

  async openTask(title, child) {
    await this.open()
    await this.unfold()
    await this.tab.locator('.govuk-task-list__item').filter({ hasText: child ?? '' }).getByRole('link', { name: title }).first().click()
    return new TaskPage(this.tab)
  }
}

export class TaskPage extends HearkenPage {
  async save() {
    await this.press('Save and come back later')
  }

  async decide(option, reasons) {
    await this.tab.getByLabel(labelled(option)).check()
    if (reasons) await this.write('Reasons', reasons)
    await this.press('Record the decision')
  }
}

export class ChildPage extends HearkenPage {
  async open(id) {
    return super.open(`/people/${id}`)
  }
}

export class PeopleSearch extends HearkenPage {
  async find(words) {
    await this.open('/people')
    await this.tab.getByRole('main').getByRole('searchbox').fill(words)
    await this.press('Search')
  }
}

// The record of a child, found by name; gives its address.
export async function recordOf(page, name) {
  await page.open('/people')
  await page.tab.locator('main input[name="words"]').fill(name)
  await page.tab.locator('main input[name="words"]').press('Enter')
  await page.tab.getByRole('main').getByRole('link', { name: new RegExp(name.split(' ')[0], 'i') }).first().click()
  return new URL(page.tab.url()).pathname
}
