// What every page is held to: WCAG 2.2 AA by axe, one level-one heading, a title that names the product, no sideways
// scrolling on a phone.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// GOV.UK's own script sets aria-expanded on radios and checkboxes that reveal more; their guidance keeps it knowingly.
const isKnown = (violation, node) => violation.id === 'aria-allowed-attr' && /^<input[^>]*type="(radio|checkbox)"[^>]*aria-expanded|^<input[^>]*aria-expanded[^>]*type="(radio|checkbox)"/.test(node.html)

export async function accessibilityFaults(page) {
  // Evaluated, not added as a script element: the pages' content security policy allows no foreign script.
  await page.evaluate(axe)
  const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }), TAGS)
  return violations.flatMap((violation) => violation.nodes.filter((node) => !isKnown(violation, node)).map((node) => `${violation.id}: ${violation.help}: ${node.html.slice(0, 160)}`))
}

export async function structureFaults(page) {
  const { title, headings, language } = await page.evaluate(() => ({ title: document.title, headings: document.querySelectorAll('h1').length, language: document.documentElement.lang }))
  const faults = []
  if (headings !== 1) faults.push(`${headings} level-one headings`)
  if (!/ (–|-) Hearken$/.test(title)) faults.push(`the title is "${title}"`)
  if (!/^en/.test(language)) faults.push(`the language is "${language}"`)
  return faults
}

export async function overflowFaults(page) {
  const { wide, shown, culprits } = await page.evaluate(() => {
    const shown = document.documentElement.clientWidth
    const culprits = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > shown + 1 && element.getBoundingClientRect().width > 0)
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 120))
    return { wide: document.documentElement.scrollWidth, shown, culprits }
  })
  return wide > shown + 1 ? [`scrolls sideways: ${wide} wide on ${shown}: ${culprits.join(' | ')}`] : []
}

// All of these, on a desktop and on a telephone. Takes a tab, or a page that has one.
export async function assertNoFaults(page) {
  const tab = page.tab ?? page
  const before = tab.viewportSize()
  for (const width of [1280, 375]) {
    await tab.setViewportSize({ width, height: 900 })
    assert.deepEqual([...(await accessibilityFaults(tab)), ...(await structureFaults(tab)), ...(await overflowFaults(tab))], [], `${tab.url()} at ${width}`)
    if (process.env.HEARKEN_TEST_PICTURES) await tab.screenshot({ path: `${process.env.HEARKEN_TEST_PICTURES}/${Date.now()}-${width}.png`, fullPage: true })
  }
  await tab.setViewportSize(before)
}
