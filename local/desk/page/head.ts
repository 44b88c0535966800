import { cloud } from './cloud'
import { h } from './element'
import { text } from './texts'
import { dateAndTime } from './time'

const minute = 60_000
const day = 24 * 60 * minute
/** How long the button for starting over waits for its second tap. */
const sureFor = 3_000

/** The head of the desk: whether all is well, the movable clock, starting over. */
export function createHead(adder: HTMLElement, onFailure: (error: unknown) => void) {
  let offsetMs = 0
  const state = h('span', { class: 'presence', role: 'status' }, text('lost'))
  const time = h('b', { class: 'time' })
  const show = () => (time.textContent = dateAndTime(Date.now() + offsetMs))
  setInterval(show, 250)

  const move = (advanceMs: number) => {
    cloud.advanceClock(advanceMs).then((clock) => setOffset(clock.offsetMs), onFailure)
  }
  const setOffset = (next: number) => {
    offsetMs = next
    show()
  }
  const step = (key: 'quarterHour' | 'day' | 'tenDays', advanceMs: number) =>
    h('button', { class: 'step', onclick: () => move(advanceMs) }, text(key))

  const element = h(
    'header',
    {},
    h('b', { class: 'name' }, '一店 ', h('span', { class: 'quiet' }, 'Yidian')),
    state,
    h('span', { class: 'gap' }),
    adder,
    h(
      'div',
      { class: 'clock' },
      h('span', { class: 'quiet' }, text('clock')),
      time,
      step('quarterHour', 15 * minute),
      step('day', day),
      step('tenDays', 10 * day),
    ),
    resetButton(onFailure),
  )
  return {
    element,
    setOffset,
    setPresence(isThere: boolean) {
      state.textContent = text(isThere ? 'connected' : 'lost')
      state.dataset['state'] = isThere ? 'good' : 'bad'
    },
    setBuildFailure(failure: string | undefined) {
      state.textContent = failure ? `${text('buildFailed')}: ${failure}` : text('connected')
      state.dataset['state'] = failure ? 'bad' : 'good'
    },
  }
}

function resetButton(onFailure: (error: unknown) => void): HTMLButtonElement {
  let sureUntil = 0
  const button = h('button', { class: 'outline' }, text('reset'))
  button.onclick = () => {
    if (Date.now() < sureUntil) {
      sureUntil = 0
      button.textContent = text('reset')
      cloud.reset().catch(onFailure)
      return
    }
    sureUntil = Date.now() + sureFor
    button.textContent = text('resetSure')
    setTimeout(() => (button.textContent = text('reset')), sureFor)
  }
  return button
}
