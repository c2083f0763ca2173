// The body map's figures: pressing a part ticks its checkbox and goes to its description; ticking marks the figure.
export function startBodyMaps() {
  for (const map of document.querySelectorAll('[data-module="hearken-body-map"]')) {
    for (const region of map.querySelectorAll('[data-part]')) {
      const box = document.getElementById(region.dataset.part)
      if (!box) continue
      const show = () => region.classList.toggle('hearken-body-map__region--marked', box.checked)
      box.addEventListener('change', show)
      region.addEventListener('click', () => {
        box.click()
        if (box.checked) document.getElementById(`${region.dataset.part}-description`)?.focus()
      })
      region.classList.add('hearken-body-map__region--active')
      show()
    }
    window.addEventListener('pageshow', () =>
      map.querySelectorAll('input[type="checkbox"]').forEach((box) => box.dispatchEvent(new Event('change')))
    )
  }
}
