// Alt+Shift and a letter goes to, or presses, an element marked data-shortcut="letter" (its words for the list are in
// data-shortcut-label). The footer's list of shortcuts names those that this page has.
export function startShortcuts() {
  const marked = new Map()
  for (const element of document.querySelectorAll('[data-shortcut]'))
    marked.set(element.dataset.shortcut.toLowerCase(), element)

  const list = document.querySelector('[data-shortcut-list]')
  for (const [letter, element] of marked) {
    if (!list) break
    const row = document.createElement('li')
    const words = element.dataset.shortcutLabel ?? element.textContent.trim()
    row.textContent = `Alt, Shift and ${letter.toUpperCase()}: ${words}`
    list.append(row)
  }
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return
    const element = marked.get(event.code.replace(/^Key/, '').toLowerCase())
    if (!element) return
    event.preventDefault()
    if (element.matches('input, textarea, select')) element.focus()
    else element.click()
  })
}
