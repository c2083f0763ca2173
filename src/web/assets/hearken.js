// The behaviour of Hearken's pages. Everything also works without it; nothing here keeps a word of a case in the
// browser's storage.
import { createAll, initAll as initGovuk } from '/assets/govuk-frontend.min.js'
import { FilterToggleButton, initAll as initMoj } from '/assets/moj-frontend.min.js'
import { startBodyMaps } from '/assets/hearken-body-map.js'
import { startDrafts } from '/assets/hearken-drafts.js'
import { startHideScreen } from '/assets/hearken-hide-screen.js'
import { startShortcuts } from '/assets/hearken-shortcuts.js'
import { startTriageKeys } from '/assets/hearken-triage.js'

// First, and each alone: hiding the screen and keeping drafts must not depend on a component that fails to start.
for (const start of [startHideScreen, startDrafts, startBodyMaps, startShortcuts, startTriageKeys, startPrinting]) {
  try {
    start()
  } catch (error) {
    console.error(error)
  }
}
initGovuk()
initMoj()
createAll(FilterToggleButton)

/** Buttons that print, hidden where there is no script. What is closed on the screen is not left out on paper. */
function startPrinting() {
  let opened = []
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('main details:not([open])')]
    for (const details of opened) details.open = true
  })
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false
  })
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', (event) => {
      event.preventDefault()
      window.print()
    })
  }
}
