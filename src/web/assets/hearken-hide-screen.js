// "Hide this screen": the button, or Shift or Escape pressed three times within two seconds, covers the page with an
// empty one and changes the tab's title. The page stays underneath with everything that was typed. Without a script
// the button is a link to /hidden.
const PRESSES = 3
const WITHIN_MS = 2000

let presses = []
let lastKey = ''

export function startHideScreen() {
  for (const button of document.querySelectorAll('[data-hide-screen]'))
    button.addEventListener('click', (event) => {
      event.preventDefault()
      hideScreen()
    })
  document.addEventListener('keydown', countPress, true)
}

function countPress(event) {
  if (event.repeat) return
  if (event.key !== 'Shift' && event.key !== 'Escape') {
    presses = []
    return
  }
  if (event.key !== lastKey) presses = []
  lastKey = event.key
  const now = performance.now()
  presses = [...presses.filter((at) => now - at < WITHIN_MS), now]
  if (presses.length < PRESSES) return
  presses = []
  hideScreen()
}

export function hideScreen() {
  if (document.querySelector('.hearken-cover')) return
  const title = document.title
  const focused = document.activeElement
  const rest = [...document.body.children].filter((element) => !element.inert)
  for (const element of rest) element.inert = true

  const cover = document.createElement('div')
  cover.className = 'hearken-cover'
  cover.setAttribute('role', 'dialog')
  cover.setAttribute('aria-modal', 'true')
  cover.setAttribute('aria-label', 'Screen hidden')
  const back = document.createElement('button')
  back.type = 'button'
  back.className = 'govuk-button govuk-button--secondary'
  back.textContent = 'Continue'
  back.addEventListener('click', () => {
    cover.remove()
    for (const element of rest) element.inert = false
    document.title = title
    if (focused instanceof HTMLElement) focused.focus()
  })
  cover.append(back)
  document.body.append(cover)
  document.title = 'New page'
  back.focus()
}
