// The controls of one universe. Which one stands in the address, so that it can be kept and sent.
const universe = new URL(location.href).searchParams.get('jobs_universe') ?? 'default'
const statuses = ['created', 'waiting_for_resource', 'preparing', 'waiting_for_callback', 'pending', 'running', 'success']
statuses.push('failed', 'canceling', 'canceled', 'skipped', 'manual', 'scheduled')
const at = (id) => document.getElementById(id)
const shown = new Map()

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

function say(text, isWrong = false) {
  at('said').textContent = text
  at('said').className = isWrong ? 'wrong' : ''
}

async function call(line, body) {
  const [method, path, json] = line.split(/ ([^ ]+) ?(.*)/s)
  const text = body === undefined ? json || undefined : JSON.stringify(body)
  const headers = { 'X-Jobs-Universe': universe, ...(text === undefined ? {} : { 'Content-Type': 'application/json' }) }
  const answer = await fetch(path, { method, headers, ...(text === undefined ? {} : { body: text }) })
  const answered = answer.status === 204 ? undefined : await answer.json()
  if (!answer.ok) throw new Error(answered?.error ?? `${answer.status}`)
  return answered
}

async function order(what, line, body) {
  try {
    await call(line, body)
    say(`${what}: done`)
  } catch (error) {
    say(`${what}: ${error.message}`, true)
  }
  await refresh()
}

/** Fills a list only if it is another, so that whoever is in it with the keyboard stays there. */
function fill(id, rows, show) {
  const text = JSON.stringify(rows)
  if (shown.get(id) === text) return
  shown.set(id, text)
  at(id).replaceChildren(...rows.map(show))
}

const cells = (...contents) => element('tr', {}, ...contents.map((content) => element('td', {}, content)))

function stateRow({ id, name, status }) {
  const choice = element(
    'select',
    { ariaLabel: `Status of job ${id}` },
    ...statuses.map((each) => new Option(each, each, false, each === status)),
  )
  const button = element(
    'button',
    { onclick: () => order(`Job ${id}`, `PUT /sandbox/jobs/${id}/status`, { status: choice.value }) },
    'Force',
  )
  button.setAttribute('aria-label', `Force job ${id}`)
  return cells(String(id), name, status, element('span', { className: 'row' }, choice, button))
}

function faultRow({ id, ...fault }) {
  const button = element('button', { onclick: () => order(`Fault ${id}`, `DELETE /sandbox/faults/${id}`) }, 'Remove')
  button.setAttribute('aria-label', `Remove fault ${id}`)
  return element('li', {}, element('code', {}, JSON.stringify(fault)), ' ', button)
}

const entryRow = ({ at: time, method, path, operation_id, status, duration, faults }) =>
  cells(
    time.slice(11, 19),
    `${method} ${path}`,
    operation_id ?? '',
    `${status ?? 'nothing'}${faults.length > 0 ? `, fault ${faults.join(', ')}` : ''}`,
    String(Math.round(duration)),
  )

async function refresh() {
  try {
    const project = at('project').value || '1'
    const lines = ['GET /sandbox', `GET /sandbox/jobs?project=${project}`, 'GET /sandbox/faults', 'GET /sandbox/journal']
    const [state, jobs, faults, journal] = await Promise.all(lines.map((line) => call(line)))
    at('world').textContent = state.world
    at('clock').textContent = state.now.replace('T', ' ').slice(0, 19)
    at('clock').dateTime = state.now
    const pace = {
      time: 'jobs take time',
      at_once: 'jobs need no time',
      reads: `jobs go on when read ${state.pace.reads} times`,
      never: 'jobs rest',
    }
    at('speed').textContent = `UTC, ${state.speed === 0 ? 'standing' : `${state.speed} s a second`}; ${pace[state.pace.mode]}`
    fill('states', jobs, stateRow)
    fill('known', faults, faultRow)
    fill('entries', journal.slice(-100).reverse(), entryRow)
  } catch (error) {
    say(`The sandbox does not answer: ${error.message}`, true)
  }
}

for (const button of document.querySelectorAll('button[data-call]'))
  button.addEventListener('click', () => order(button.textContent, button.dataset.call))

document.querySelector('form[data-call]').addEventListener('submit', (event) => {
  event.preventDefault()
  order('World', event.target.dataset.call, { world: event.target.elements.world.value })
})

at('fault').addEventListener('submit', (event) => {
  event.preventDefault()
  const { fault, operation } = event.target.elements
  const where = operation.value === '' ? {} : { operations: [operation.value] }
  order('Fault', 'POST /sandbox/faults', { ...JSON.parse(fault.value), ...where })
})

at('universe').elements.name.value = universe
at('universe').addEventListener('submit', (event) => {
  event.preventDefault()
  location.search = new URLSearchParams({ jobs_universe: event.target.elements.name.value })
})
at('project').addEventListener('change', refresh)

await refresh()
setInterval(() => document.hidden || refresh(), 2000)
