// Drafts: what is typed is saved on the server at each pause of a second and when the page is left.
//
// A form with data-draft-url takes part. Saved are its fields marked data-draft, or all of them when the form itself
// is marked data-draft; never passwords, files or the request token. They are posted as a form, with the token in
// X-CSRF-Token. On failure it says so and tries again, more and more slowly, until it has succeeded.
const PAUSE_MS = 1000
const RETRY_MS = [2000, 4000, 8000, 15000, 30000]
const KEEPALIVE_LIMIT = 60000 // bytes a browser sends after its page has gone

export function startDrafts() {
  const token = document.querySelector('meta[name="csrf-token"]')?.content ?? ''
  for (const form of document.querySelectorAll('form[data-draft-url]')) new Draft(form, token)
}

/** A single choice without a default shows its first option. */
function servedOptions(select) {
  const chosen = [...select.options].filter((option) => option.defaultSelected)
  return chosen.length > 0 || select.multiple ? chosen : [...select.options].slice(0, 1)
}

class Draft {
  constructor(form, token) {
    this.form = form
    this.token = token
    this.saved = this.typed({ asServed: true })
    this.timer = null
    this.failures = 0
    this.sending = null
    this.leaving = null
    this.submitted = false
    this.status = form.querySelector('[data-draft-status]') ?? this.makeStatus()

    form.addEventListener('input', () => this.soon(PAUSE_MS))
    form.addEventListener('change', () => this.soon(PAUSE_MS))
    form.addEventListener('submit', (event) => this.stop(event))
    window.addEventListener('pagehide', () => this.leave())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.leave()
    })
    window.addEventListener('pageshow', () => (this.submitted = false))
    window.addEventListener('online', () => this.soon(0))
    // Somebody quick has typed before this script was there: that is kept too.
    if (this.typed() !== this.saved) this.soon(PAUSE_MS)
  }

  makeStatus() {
    const status = document.createElement('p')
    status.className = 'govuk-body-s hearken-draft-status'
    status.setAttribute('role', 'status')
    status.setAttribute('aria-live', 'polite')
    this.form.append(status)
    return status
  }

  /** What stands in the form now or, `asServed`, what stood in it when the page came. */
  typed({ asServed = false } = {}) {
    const everything = this.form.hasAttribute('data-draft')
    const pairs = new URLSearchParams()
    for (const field of this.form.elements) {
      if (!field.name || field.disabled || ['password', 'file', 'submit', 'button', 'hidden'].includes(field.type)) continue
      if (!everything && !field.hasAttribute('data-draft')) continue
      if (['checkbox', 'radio'].includes(field.type) && !(asServed ? field.defaultChecked : field.checked)) continue
      if (field instanceof HTMLSelectElement)
        for (const option of asServed ? servedOptions(field) : field.selectedOptions) pairs.append(field.name, option.value)
      else pairs.append(field.name, asServed ? field.defaultValue : field.value)
    }
    return pairs.toString()
  }

  soon(delay) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), delay)
  }

  async save() {
    const body = this.typed()
    if (this.submitted || body === this.saved || this.sending) return
    this.sending = new AbortController()
    let kept = false
    let signedOut = false
    try {
      const answer = await this.post(body, { signal: this.sending.signal })
      kept = answer.ok
      signedOut = answer.status === 401
    } catch (error) {
      if (error.name === 'AbortError') return // leave() or stop() has taken over
    } finally {
      this.sending = null
    }
    if (this.submitted) return
    if (!kept) {
      this.say(
        signedOut
          ? 'Not saved – you have been signed out. Sign in again in another tab: we will keep trying'
          : 'Not saved – we will keep trying',
        true
      )
      this.soon(RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)])
      return
    }
    this.failures = 0
    this.saved = body
    this.say(`Draft saved at ${clock()}`, false)
    if (this.typed() !== body) this.soon(PAUSE_MS)
  }

  post(body, options) {
    return fetch(this.form.dataset.draftUrl, {
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'error',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-CSRF-Token': this.token },
      body,
      ...options,
    })
  }

  /** The page is going, or may go: nothing may be waited for. */
  leave() {
    const body = this.typed()
    if (this.submitted || body === this.saved || body === this.leaving) return
    clearTimeout(this.timer)
    this.sending?.abort()
    this.leaving = body
    this.post(body, { keepalive: body.length < KEEPALIVE_LIMIT })
      .then((answer) => {
        if (!answer.ok) throw new Error('not kept')
        this.saved = body
        this.say(`Draft saved at ${clock()}`, false)
      })
      .catch(() => this.soon(PAUSE_MS))
      .finally(() => (this.leaving = null))
  }

  /** What is submitted is no draft any more: a late save must not bring it back. */
  stop(event) {
    if (event.defaultPrevented) return
    this.submitted = true
    clearTimeout(this.timer)
    this.sending?.abort()
  }

  say(words, failed) {
    if (this.status.textContent !== words) this.status.textContent = words
    this.status.classList.toggle('hearken-draft-status--failed', failed)
  }
}

function clock() {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' }).format(
    new Date()
  )
}
