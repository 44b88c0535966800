import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, numberOf, refuseAttribute, textOf } from './attributes'
import { instanceState, leave, leaving } from './instance-state'
import { pixelsOf, withoutRpx } from './length'
import { animate, easeOutCubic } from './motion'

const TEXT_STYLES = ['', 'dark', 'light'] as const
const DEFAULT_FONT_SIZE = 16

const stateOf = instanceState<{ ownProperties: string[]; stopScroll: () => void }>(() => ({
  ownProperties: [],
  stopScroll: () => {},
}))

/** Lays the page-style text over the page element, taking back what it set before. */
function applyPageStyle(self: BuiltinInstance): void {
  const state = stateOf(self)
  const { style } = self.document.body
  for (const name of state.ownProperties) style.removeProperty(name)
  const parsed = self.document.createElement('div')
  parsed.setAttribute('style', withoutRpx(textOf(self, 'pageStyle')))
  state.ownProperties = [...parsed.style]
  for (const name of state.ownProperties) {
    style.setProperty(
      name,
      parsed.style.getPropertyValue(name),
      parsed.style.getPropertyPriority(name),
    )
  }
}

/** `system` follows the text size that the owner of the phone chose. */
function fontSizeOf(self: BuiltinInstance, name: string): string {
  const value = textOf(self, name)
  if (value !== 'system') return withoutRpx(value)
  return `${(self.host.device.fontSizeSetting / DEFAULT_FONT_SIZE) * 16}px`
}

function scrollPage(self: BuiltinInstance): void {
  const wanted = self.data['scrollTop']
  if (wanted === null || wanted === undefined || wanted === '' || !self.element.isConnected) return
  const page = self.document.scrollingElement ?? self.document.documentElement
  const state = stateOf(self)
  state.stopScroll()
  const from = page.scrollTop
  const to = pixelsOf(self, 'scrollTop')
  state.stopScroll = animate(
    self.window,
    from === to ? 0 : numberOf(self, 'scrollDuration', 300),
    (progress) => (page.scrollTop = from + (to - from) * easeOutCubic(progress)),
    () => self.emit('scrolldone', {}),
  )
}

/** `<page-meta>`: what belongs to the page as a whole; it must be the first node of a page. */
export const pageMeta: BuiltinDefinition = {
  name: 'page-meta',
  properties: {
    backgroundTextStyle: { type: String },
    backgroundColor: { type: String },
    backgroundColorTop: { type: String },
    backgroundColorBottom: { type: String },
    rootBackgroundColor: { type: String },
    scrollTop: { type: null },
    scrollDuration: { type: Number, value: 300 },
    pageStyle: { type: String },
    pageFontSize: { type: String },
    rootFontSize: { type: String },
    pageOrientation: { type: String },
  },
  observers: {
    pageStyle: applyPageStyle,
    rootFontSize(self) {
      self.document.documentElement.style.fontSize = fontSizeOf(self, 'rootFontSize')
    },
    pageFontSize(self) {
      self.document.body.style.fontSize = fontSizeOf(self, 'pageFontSize')
    },
    rootBackgroundColor(self) {
      self.document.documentElement.style.backgroundColor = textOf(self, 'rootBackgroundColor')
    },
    'backgroundTextStyle,backgroundColor,backgroundColorTop,backgroundColorBottom'(self) {
      const given = Object.entries({
        backgroundColor: textOf(self, 'backgroundColor'),
        backgroundColorTop: textOf(self, 'backgroundColorTop'),
        backgroundColorBottom: textOf(self, 'backgroundColorBottom'),
        textStyle: choiceOf(self, 'backgroundTextStyle', TEXT_STYLES, ''),
      }).filter(([, value]) => value !== '')
      if (given.length > 0) self.host.send('background', Object.fromEntries(given))
    },
    scrollTop: scrollPage,
  },
  attached(self) {
    if (self.element.previousElementSibling) {
      refuseAttribute(self, 'position', 'page-meta must be the first node of a page')
    }
    scrollPage(self)
    const onScroll = (): void => {
      const page = self.document.scrollingElement ?? self.document.documentElement
      self.emit('scroll', { scrollTop: page.scrollTop })
    }
    const onResize = (): void => {
      const { innerWidth: windowWidth, innerHeight: windowHeight } = self.window
      self.emit('resize', { size: { windowWidth, windowHeight } })
    }
    self.window.addEventListener('scroll', onScroll)
    self.window.addEventListener('resize', onResize)
    leaving(self).push(
      () => self.window.removeEventListener('scroll', onScroll),
      () => self.window.removeEventListener('resize', onResize),
      () => stateOf(self).stopScroll(),
    )
  },
  detached: leave,
  css: 'wx-page-meta { display: none; }',
}

/** `<navigation-bar>`: the bar of the page it is in, inside its page-meta. */
export const navigationBar: BuiltinDefinition = {
  name: 'navigation-bar',
  properties: {
    title: { type: String },
    loading: { type: Boolean },
    frontColor: { type: String },
    backgroundColor: { type: String },
    colorAnimationDuration: { type: Number },
    colorAnimationTimingFunc: { type: String, value: 'linear' },
  },
  observers: {
    'title,loading,frontColor,backgroundColor'(self) {
      const page = self.host.navigator.stack.find(({ window }) => window === self.window)
      const frontColor = choiceOf(self, 'frontColor', ['', '#ffffff', '#000000'], '')
      page?.setNavigationBar({
        loading: flagOf(self, 'loading'),
        ...(textOf(self, 'title') === '' ? {} : { title: textOf(self, 'title') }),
        ...(frontColor === '' ? {} : { frontColor }),
        ...(textOf(self, 'backgroundColor') === ''
          ? {}
          : { backgroundColor: textOf(self, 'backgroundColor') }),
      })
    },
  },
  attached(self) {
    if (!self.closest('page-meta')) {
      refuseAttribute(self, 'position', 'navigation-bar must be inside page-meta')
    }
  },
  css: 'wx-navigation-bar { display: none; }',
}
