// @ts-nocheck: this runs in browsers, whose names the server must not know.
// Everything works without this. With it, forms are saved as one types, a double click sends once,
// and one is asked before time runs out.
const all = (selector) => [...document.querySelectorAll(selector)]
const clock = () => new Date().toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit' })

all('.govuk-error-summary, .govuk-notification-banner[role=alert]')[0]?.focus()

let restart = () => {}

for (const box of all('[data-idle-minutes]')) {
  const limit = Number(box.dataset.idleMinutes) * 60000
  let timer
  restart = () => {
    box.hidden = true
    clearTimeout(timer)
    timer = setTimeout(() => (box.hidden = false), Math.max(limit - 120000, limit / 2))
  }
  box.querySelector('button').addEventListener('click', async () => {
    const answer = await fetch(box.dataset.session, { redirect: 'manual' }).catch(() => null)
    if (answer?.ok) restart()
    else location.reload()
  })
  restart()
}

for (const form of all('form[method=post]')) {
  let sentAt = 0
  form.addEventListener('submit', (event) => {
    if (Date.now() - sentAt < 3000) event.preventDefault()
    else sentAt = Date.now()
  })
}

// Whoever goes back finds what they typed: browsers put it into the page, which has been made anew meanwhile. It is the
// page that was sent, and keeps what stood beside its questions, its key first of all: sent again as it was it is not
// recorded twice, and changed it says so. Browsers write this down: only keys, counts and ids, nothing about anybody.
const isPlain = ({ name, value }) => name.startsWith('_') || /^(?:\d*|[0-9a-f]{8}-[0-9a-f-]{27})$/.test(value)
const beside = all('form[method=post] input[type=hidden]:not([name=_csrf])').filter(isPlain)
const isOther = (control) =>
  control.options !== undefined
    ? [...control.options].some((one) => one.selected !== one.defaultSelected)
    : control.checked !== control.defaultChecked || control.value !== control.defaultValue
addEventListener('pageshow', () => {
  const [arrived] = performance.getEntriesByType('navigation')
  const typed = all('form[method=post] :is(input:not([type=hidden]), textarea, select)')
  const { stood } = history.state ?? {}
  const isSame = stood?.length === beside.length && stood.every(([name], i) => beside[i].name === name)
  if (isSame && arrived?.type === 'back_forward' && typed.some(isOther))
    for (const [i, [, value]] of stood.entries()) beside[i].value = value
  history.replaceState({ ...history.state, stood: beside.map(({ name, value }) => [name, value]) }, '')
})

// A question that is asked only after a certain answer is put aside until then. What was typed in it stays in sight.
for (const part of all('[data-only-if]')) {
  const form = part.closest('form')
  const answered = ({ name, any }) => new FormData(form).getAll(name).some((value) => any.includes(value))
  const isTyped = (control) =>
    ['radio', 'checkbox'].includes(control.type) ? control.checked : control.value !== ''
  const look = () => {
    const isAsked = JSON.parse(part.dataset.onlyIf).every(answered)
    part.hidden = !isAsked && ![...part.querySelectorAll('input, textarea, select')].some(isTyped)
  }
  form.addEventListener('change', look)
  look()
}

for (const form of all('form[data-draft]')) {
  const status = form.querySelector('[data-draft-status]')
  let timer
  let sent = false
  let going = new AbortController()
  const save = async () => {
    if (sent) return
    const { signal } = (going = new AbortController())
    const body = new URLSearchParams(new FormData(form))
    const headers = { accept: 'application/json' }
    const request = { method: 'POST', headers, body, signal, redirect: 'manual' }
    const answer = await fetch(form.dataset.draft, request).catch(() => null)
    if (signal.aborted) return
    status.textContent = answer?.ok
      ? `Draft saved at ${clock()}`
      : 'This draft could not be saved just now. Keep this page open.'
    if (answer?.ok) restart()
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(save, 1500)
  })
  form.addEventListener('submit', () => {
    sent = true
    clearTimeout(timer)
    going.abort()
  })
  addEventListener('pageshow', () => (sent = false))
}
