import type { Make } from '../../surfaces/dom'
import type { PhoneHost } from '../types'
import { CHROME_CSS } from './chrome-css'
import { BATTERY, CLOSE, MORE, SIGNAL, WIFI } from './glyphs'
import { createOverlay, type Overlay } from './overlay'

const CHINA_OFFSET = 8 * 3_600_000

/** The phone's own screen: status bar, capsule, and the places where pages and surfaces go. */
export interface PhoneFrame {
  readonly layers: HTMLElement
  readonly surfaces: HTMLElement
  readonly overlay: Overlay
  /** Colours of the status bar and capsule over the page that is shown. */
  setStatus(text: 'black' | 'white'): void
  setTheme(theme: 'light' | 'dark'): void
  setTime(time: Date): void
  setNetwork(type: string): void
  /** What is left when the mini program goes to the background. */
  setClosed(isClosed: boolean): void
}

interface Actions {
  onMenu(): void
  onClose(): void
  onReopen(): void
  /** WeChat scrolls lists to their top. */
  onStatusBarTap(): void
}

export function createPhoneFrame(make: Make, document: Document, actions: Actions): PhoneFrame {
  const time = make('span')
  const network = make('span')
  const battery = make('span')
  battery.innerHTML = BATTERY
  const signal = make('span')
  signal.innerHTML = SIGNAL
  const menu = make('button', { 'aria-label': '更多', onClick: actions.onMenu })
  menu.innerHTML = MORE
  const close = make('button', { 'aria-label': '关闭', onClick: actions.onClose })
  close.innerHTML = CLOSE
  const closed = make(
    'div',
    { class: 'closed', hidden: true },
    make('div', {}, '小程序已在后台'),
    make('button', { onClick: actions.onReopen }, '打开'),
  )
  const layers = make('main', { class: 'layers' })
  const surfaces = make('div', { class: 'surfaces' })
  const overlay = createOverlay(make)
  const phone = make(
    'div',
    { class: 'phone' },
    layers,
    make(
      'div',
      { class: 'status', 'aria-hidden': 'true', onClick: actions.onStatusBarTap },
      time,
      make('div', { class: 'status-right' }, signal, network, battery),
    ),
    make('div', { class: 'capsule' }, menu, close),
    make('div', { class: 'indicator', 'aria-hidden': 'true' }),
    surfaces,
    closed,
    overlay.element,
  )
  document.head.append(make('style', {}, CHROME_CSS))
  document.body.append(phone)
  return {
    layers,
    surfaces,
    overlay,
    setStatus(text) {
      phone.dataset.status = text
      phone.style.setProperty('--status', text === 'white' ? '#fff' : '#000')
    },
    setTheme(theme) {
      phone.dataset.theme = theme
      phone.style.setProperty('--indicator', theme === 'dark' ? '#fff' : '#000')
    },
    setTime(now) {
      // A phone in China, wherever the browser is: the functions and the shop live by that clock.
      const there = new Date(now.getTime() + CHINA_OFFSET)
      const minutes = String(there.getUTCMinutes()).padStart(2, '0')
      time.textContent = `${there.getUTCHours()}:${minutes}`
    },
    setNetwork(type) {
      if (type === 'wifi') network.innerHTML = WIFI
      else network.textContent = type === 'none' ? '' : type.toUpperCase()
      signal.style.opacity = type === 'none' ? '.3' : '1'
    },
    setClosed(isClosed) {
      closed.hidden = !isClosed
    },
  }
}

/** Keeps the clock of the status bar at the phone's own time. */
export function runClock(frame: PhoneFrame, host: Pick<PhoneHost, 'now' | 'on'>): void {
  const tick = (): void => frame.setTime(new Date(host.now()))
  tick()
  setInterval(tick, 1000)
  host.on('clock', tick)
}
