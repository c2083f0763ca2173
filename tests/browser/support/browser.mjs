// The browser, and one person in it: a window of their own with cookies of their own, watched for what no page may do.
import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const DESKTOP = { width: 1280, height: 900 }
const PHONE = { width: 375, height: 700 }
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']

export async function startBrowser() {
  const profile = mkdtempSync(join(tmpdir(), 'hearken-browser-'))
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...ARGUMENTS, `--disk-cache-dir=${profile}`] })
  return {
    async window(url, { phone = false, javaScript = true } = {}) {
      const context = await browser.newContext({ baseURL: url, viewport: phone ? PHONE : DESKTOP, javaScriptEnabled: javaScript, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' })
      context.setDefaultTimeout(15_000)
      return { tab: () => watchedTab(context) }
    },
    async close() {
      await browser.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

// A page whose faults are collected in `faults`: errors of scripts, of the console (which is where the browser reports
// what the content security policy stopped), and answers of 500 and above.
async function watchedTab(context) {
  const page = await context.newPage()
  page.faults = []
  page.on('pageerror', (error) => page.faults.push(`script: ${error.message}`))
  page.on('console', (message) => {
    // The browser says this itself of every answer that is no success, also of those a test asks for.
    if (message.type() === 'error' && !/^Failed to load resource: the server responded with a status of 4/.test(message.text())) page.faults.push(`console: ${message.text()}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 500) page.faults.push(`${answer.status()} from ${new URL(answer.url()).pathname}`)
  })
  return page
}
