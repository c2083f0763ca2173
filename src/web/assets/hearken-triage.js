// Keys of the triage board: 1 to 9 open a concern, j and k go from one to the next, o opens the one you are at (Enter does so by
// itself). Never with Ctrl, Alt or Cmd, never while somebody types, and they can be turned off: the browser keeps only that.
const SETTING = 'hearken-triage-keys'

function isTyping(element) {
  return element.isContentEditable || element.matches('input, textarea, select')
}

function readSetting() {
  try {
    return localStorage.getItem(SETTING) !== 'off'
  } catch {
    return true
  }
}

export function startTriageKeys() {
  const links = [...document.querySelectorAll('[data-triage-open]')]
  if (links.length === 0) return
  let on = readSetting()
  const button = document.querySelector('[data-triage-keys]')
  const show = () => {
    if (button) button.textContent = on ? 'Turn the keys off' : 'Turn the keys on'
  }
  if (button) {
    button.hidden = false
    show()
    button.addEventListener('click', () => {
      on = !on
      show()
      try {
        localStorage.setItem(SETTING, on ? 'on' : 'off')
      } catch {
        // Without storage it holds for this page.
      }
    })
  }

  const move = (by) => {
    const now = links.indexOf(document.activeElement)
    const next = now === -1 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, now + by))
    links[next].focus()
  }
  document.addEventListener('keydown', (event) => {
    if (!on || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event.target)) return
    const at = links.indexOf(document.activeElement)
    if (/^[1-9]$/.test(event.key) && links[Number(event.key) - 1]) links[Number(event.key) - 1].click()
    else if (event.key === 'j') move(1)
    else if (event.key === 'k') move(-1)
    else if (event.key === 'o' && at !== -1) links[at].click()
    else return
    event.preventDefault()
  })
}
