import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, numberOf, textOf } from './attributes'
import { instanceState, leave, leaving } from './instance-state'
import { makePart, prependPart } from './parts'

const FITS = ['contain', 'fill', 'cover'] as const
const PLAY = 'M8 5.5v13l11-6.5z'
const PAUSE = 'M7 5h3.5v14H7zm6.5 0H17v14h-3.5z'
const FULL =
  'M5 10V5h5v1.6H6.6V10zm9-5h5v5h-1.6V6.6H14zM5 14h1.6v3.4H10V19H5zm12.4 0H19v5h-5v-1.6h3.4z'

interface VideoState {
  player: HTMLVideoElement
  bar: HTMLElement
  playKey: HTMLButtonElement
  centre: HTMLButtonElement
  time: HTMLElement
  line: HTMLInputElement
}

function key(self: BuiltinInstance, name: string, label: string): HTMLButtonElement {
  const button = makePart(self, 'button', `wx-video-key wx-video-${name}`)
  button.setAttribute('aria-label', label)
  return button
}

const drawn = (outline: string): string => `<svg viewBox="0 0 24 24"><path d="${outline}"/></svg>`

const clock = (seconds: number): string => {
  const whole = Number.isFinite(seconds) ? Math.floor(seconds) : 0
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`
}

const stateOf = instanceState<VideoState>((self) => {
  const bar = prependPart(self, 'div', 'wx-video-bar')
  const centre = key(self, 'centre', '播放')
  const player = makePart(self, 'video', 'wx-video-player')
  const playKey = key(self, 'play', '播放')
  const full = key(self, 'full', '全屏')
  const time = makePart(self, 'span', 'wx-video-time')
  const line = makePart(self, 'input', 'wx-video-line')
  self.element.prepend(player, centre)
  player.playsInline = true
  centre.innerHTML = drawn(PLAY)
  full.innerHTML = drawn(FULL)
  line.type = 'range'
  line.max = '1000'
  line.value = '0'
  bar.append(playKey, time, line, full)
  const toggle = (): void => void (player.paused ? play(self) : player.pause())
  playKey.addEventListener('click', toggle)
  centre.addEventListener('click', toggle)
  full.addEventListener('click', () => void self.element.requestFullscreen())
  line.addEventListener('input', () => {
    if (player.duration) player.currentTime = (Number(line.value) / 1000) * player.duration
  })
  return { player, bar, playKey, centre, time, line }
})

/** Playing can be refused by the browser before the user touched the page; that is told as an error. */
function play(self: BuiltinInstance): void {
  stateOf(self)
    .player.play()
    .catch((error: unknown) => {
      if (error instanceof self.window.DOMException && error.name === 'AbortError') return
      self.emit('error', { errMsg: `MEDIA_ERR: ${String(error)}` })
    })
}

function showControls(self: BuiltinInstance): void {
  const { player, bar, centre, playKey, time, line } = stateOf(self)
  const idle = player.paused && player.currentTime === 0
  bar.hidden = !flagOf(self, 'controls')
  centre.hidden = !idle || !flagOf(self, 'showCenterPlayBtn') || !flagOf(self, 'controls')
  playKey.hidden = !flagOf(self, 'showPlayBtn')
  line.hidden = !flagOf(self, 'showProgress')
  playKey.innerHTML = drawn(player.paused ? PLAY : PAUSE)
  const length = numberOf(self, 'duration', 0) || player.duration
  time.textContent = `${clock(player.currentTime)} / ${clock(length)}`
  if (player.duration) line.value = String((player.currentTime / player.duration) * 1000)
}

function tellPlaying(self: BuiltinInstance): void {
  const { player } = stateOf(self)
  const forward = (name: string, detail: () => object = () => ({})): void => {
    player.addEventListener(name, () => {
      showControls(self)
      self.emit(name, detail())
    })
  }
  forward('play')
  forward('pause')
  forward('ended')
  forward('waiting')
  forward('timeupdate', () => ({ currentTime: player.currentTime, duration: player.duration }))
  forward('loadedmetadata', () => ({
    width: player.videoWidth,
    height: player.videoHeight,
    duration: player.duration,
  }))
  forward('progress', () => {
    const { buffered, duration } = player
    const end = buffered.length > 0 ? buffered.end(buffered.length - 1) : 0
    return { buffered: duration ? (end / duration) * 100 : 0 }
  })
  forward('seeked')
  player.addEventListener('seeked', () =>
    self.emit('seekcomplete', { position: player.currentTime }),
  )
  player.addEventListener('error', () => {
    self.emit('error', { errMsg: player.error?.message || 'MEDIA_ERR_SRC_NOT_SUPPORTED' })
  })
  self.element.addEventListener('fullscreenchange', () => {
    const fullScreen = self.document.fullscreenElement === self.element
    self.emit('fullscreenchange', { fullScreen, direction: 'vertical' })
  })
}

/** WeChat's VideoContext. */
function videoContext(self: BuiltinInstance): object {
  const { player } = stateOf(self)
  return {
    play: (): void => play(self),
    pause: (): void => player.pause(),
    stop(): void {
      player.pause()
      player.currentTime = 0
    },
    seek(position: number): void {
      player.currentTime = position
    },
    playbackRate(rate: number): void {
      player.playbackRate = rate
    },
    requestFullScreen: (): Promise<void> => self.element.requestFullscreen(),
    exitFullScreen: (): Promise<void> => self.document.exitFullscreen(),
  }
}

/** `<video>`: 300 x 225 unless styled, with WeChat's bar of controls. */
export const video: BuiltinDefinition = {
  name: 'video',
  properties: {
    src: { type: String },
    poster: { type: String },
    duration: { type: Number },
    initialTime: { type: Number },
    controls: { type: Boolean, value: true },
    autoplay: { type: Boolean },
    loop: { type: Boolean },
    muted: { type: Boolean },
    objectFit: { type: String, value: 'contain' },
    showProgress: { type: Boolean, value: true },
    showFullscreenBtn: { type: Boolean, value: true },
    showPlayBtn: { type: Boolean, value: true },
    showCenterPlayBtn: { type: Boolean, value: true },
    enableProgressGesture: { type: Boolean, value: true },
    title: { type: String },
  },
  created: tellPlaying,
  observers: {
    src(self) {
      const src = textOf(self, 'src')
      if (src === '') stateOf(self).player.removeAttribute('src')
      else stateOf(self).player.src = self.resolveResource(src)
    },
    poster(self) {
      const poster = textOf(self, 'poster')
      stateOf(self).player.poster = poster === '' ? '' : self.resolveResource(poster)
    },
    'loop,muted,autoplay'(self) {
      const { player } = stateOf(self)
      player.loop = flagOf(self, 'loop')
      player.muted = flagOf(self, 'muted')
      player.autoplay = flagOf(self, 'autoplay')
    },
    objectFit(self) {
      stateOf(self).player.style.objectFit = choiceOf(self, 'objectFit', FITS, 'contain')
    },
    initialTime(self) {
      const time = numberOf(self, 'initialTime')
      if (time > 0) stateOf(self).player.currentTime = time
    },
    showFullscreenBtn(self) {
      const full = stateOf(self).bar.querySelector<HTMLElement>('.wx-video-full')
      if (full) full.hidden = !flagOf(self, 'showFullscreenBtn')
    },
    'controls,showProgress,showPlayBtn,showCenterPlayBtn,duration': showControls,
  },
  attached(self) {
    leaving(self).push(() => stateOf(self).player.pause())
  },
  detached: leave,
  /** What `wx.createVideoContext` and `NodesRef.context` give. */
  methods: { context: videoContext },
  css: `
wx-video { display: inline-block; position: relative; width: 300px; height: 225px; overflow: hidden; background: #000; line-height: 0; }
.wx-video-player { position: absolute; inset: 0; width: 100%; height: 100%; }
.wx-video-key { padding: 0; border: 0; background: none; color: #fff; line-height: 0; }
.wx-video-key > svg { width: 24px; height: 24px; fill: currentColor; }
.wx-video-centre { position: absolute; top: 50%; left: 50%; width: 56px; height: 56px; border-radius: 50%; background: rgba(0, 0, 0, 0.5); transform: translate(-50%, -50%); }
.wx-video-centre > svg { width: 32px; height: 32px; }
.wx-video-bar { display: flex; position: absolute; left: 0; right: 0; bottom: 0; align-items: center; gap: 8px; height: 44px; padding: 0 10px; background: linear-gradient(transparent, rgba(0, 0, 0, 0.5)); color: #fff; font-size: 12px; line-height: 1; }
.wx-video-line { flex: 1; min-width: 0; accent-color: #fff; }
`,
}
