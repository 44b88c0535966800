import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, textOf } from './attributes'
import { sendImageMenu } from './host-requests'
import { instanceState, leave, leaving } from './instance-state'
import { prependPart } from './parts'

/** How a picture fills its box: object-fit and object-position of each of WeChat's modes. */
const MODES = {
  scaleToFill: ['fill', '50% 50%'],
  aspectFit: ['contain', '50% 50%'],
  aspectFill: ['cover', '50% 50%'],
  widthFix: ['fill', '50% 50%'],
  heightFix: ['fill', '50% 50%'],
  top: ['none', '50% 0'],
  bottom: ['none', '50% 100%'],
  center: ['none', '50% 50%'],
  left: ['none', '0 50%'],
  right: ['none', '100% 50%'],
  'top left': ['none', '0 0'],
  'top right': ['none', '100% 0'],
  'bottom left': ['none', '0 100%'],
  'bottom right': ['none', '100% 100%'],
} as const
type Mode = keyof typeof MODES
const MODE_NAMES = Object.keys(MODES) as Mode[]

/** A lazy picture loads when it comes within three screens of what is seen. */
const LAZY_MARGIN = '300%'
const LONG_PRESS = 350

interface ImageState {
  picture: HTMLImageElement
  /** The lazy picture has come near enough once. */
  near: boolean
  observer: IntersectionObserver | undefined
}

const stateOf = instanceState<ImageState>((self) => {
  const picture = prependPart(self, 'img', 'wx-image-picture')
  picture.alt = ''
  picture.draggable = false
  return { picture, near: false, observer: undefined }
})

const modeOf = (self: BuiltinInstance): Mode => choiceOf(self, 'mode', MODE_NAMES, 'scaleToFill')

function place(self: BuiltinInstance): void {
  const { picture } = stateOf(self)
  const mode = modeOf(self)
  const [fit, position] = MODES[mode]
  picture.style.objectFit = fit
  picture.style.objectPosition = position
  const { naturalWidth, naturalHeight } = picture
  const { clientWidth, clientHeight } = self.element
  const style: Record<string, string> = { width: '', height: '' }
  if (naturalWidth > 0 && naturalHeight > 0) {
    if (mode === 'widthFix') style['height'] = `${(clientWidth * naturalHeight) / naturalWidth}px`
    if (mode === 'heightFix') style['width'] = `${(clientHeight * naturalWidth) / naturalHeight}px`
  }
  self.setOwnStyle(style)
}

function load(self: BuiltinInstance): void {
  const state = stateOf(self)
  const src = textOf(self, 'src')
  if (src === '') {
    state.picture.removeAttribute('src')
    return
  }
  if (flagOf(self, 'lazyLoad') && !state.near) return waitUntilNear(self)
  const url = self.resolveResource(src)
  if (state.picture.getAttribute('src') !== url) state.picture.src = url
}

function waitUntilNear(self: BuiltinInstance): void {
  const state = stateOf(self)
  if (state.observer || !self.element.isConnected) return
  const inside = self.closest('scroll-view') !== null
  const margins = inside ? { scrollMargin: LAZY_MARGIN } : { rootMargin: LAZY_MARGIN }
  const observer = new self.window.IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      state.near = true
      load(self)
    },
    { root: self.document, ...margins },
  )
  observer.observe(self.element)
  state.observer = observer
  leaving(self).push(() => observer.disconnect())
}

function watchLongPress(self: BuiltinInstance): void {
  let timer = 0
  const stop = (): void => self.window.clearTimeout(timer)
  self.element.addEventListener('pointerdown', () => {
    stop()
    if (!flagOf(self, 'showMenuByLongpress')) return
    timer = self.window.setTimeout(() => sendImageMenu(self, textOf(self, 'src')), LONG_PRESS)
  })
  for (const name of ['pointerup', 'pointercancel', 'pointerleave', 'pointermove'] as const) {
    self.element.addEventListener(name, (event) => {
      if (name !== 'pointermove' || Math.hypot(event.movementX, event.movementY) > 3) stop()
    })
  }
  leaving(self).push(stop)
}

/** `<image>`: 320 x 240 unless styled; one of fourteen ways to fill its box. */
export const image: BuiltinDefinition = {
  name: 'image',
  properties: {
    src: { type: String },
    mode: { type: String, value: 'scaleToFill' },
    webp: { type: Boolean },
    lazyLoad: { type: Boolean },
    showMenuByLongpress: { type: Boolean },
    forceHttps: { type: Boolean },
    fadeIn: { type: Boolean },
  },
  created(self) {
    const { picture } = stateOf(self)
    picture.addEventListener('load', () => {
      picture.style.visibility = ''
      place(self)
      self.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight })
    })
    picture.addEventListener('error', () => {
      // Only a browser draws a sign for a picture that is missing.
      picture.style.visibility = 'hidden'
      self.emit('error', { errMsg: `Failed to load image ${textOf(self, 'src')}` })
    })
    watchLongPress(self)
  },
  observers: { src: load, mode: place },
  attached(self) {
    load(self)
    const sizes = new self.window.ResizeObserver(() => {
      const mode = modeOf(self)
      if (mode === 'widthFix' || mode === 'heightFix') place(self)
    })
    sizes.observe(self.element)
    leaving(self).push(() => sizes.disconnect())
  },
  detached: leave,
  css: `
wx-image {
  display: inline-block;
  position: relative;
  width: 320px;
  height: 240px;
  overflow: hidden;
}
wx-image > .wx-image-picture {
  position: absolute;
  inset: 0;
  display: block;
  width: 100%;
  height: 100%;
  pointer-events: none;
}
wx-image > .wx-image-picture:not([src]) { display: none; }
`,
}

/** `<cover-image>`: a picture over native components, as large as it is. */
export const coverImage: BuiltinDefinition = {
  name: 'cover-image',
  properties: { src: { type: String } },
  created(self) {
    const picture = prependPart(self, 'img', 'wx-cover-image-picture')
    picture.alt = ''
    picture.addEventListener('load', () => {
      self.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight })
    })
    picture.addEventListener('error', () => {
      self.emit('error', { errMsg: `Failed to load image ${textOf(self, 'src')}` })
    })
  },
  observers: {
    src(self) {
      const picture = self.element.querySelector('img')
      const src = textOf(self, 'src')
      if (src === '') picture?.removeAttribute('src')
      else picture?.setAttribute('src', self.resolveResource(src))
    },
  },
  css: `
wx-cover-image { display: inline-block; overflow: hidden; }
wx-cover-image > .wx-cover-image-picture { display: block; width: 100%; height: 100%; }
wx-cover-image > .wx-cover-image-picture:not([src]) { display: none; }
`,
}
