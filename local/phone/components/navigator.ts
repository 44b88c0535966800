import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, numberOf, refuseAttribute, textOf } from './attributes'
import { ownRole } from './accessibility'
import { hoverProperties } from './common-properties'
import type { MiniProgramRequest } from './host-requests'

const OPEN_TYPES = [
  'navigate',
  'redirect',
  'switchTab',
  'reLaunch',
  'navigateBack',
  'exit',
] as const
type OpenType = (typeof OPEN_TYPES)[number]
const TARGETS = ['self', 'miniProgram'] as const
const VERSIONS = ['release', 'develop', 'trial'] as const

function go(self: BuiltinInstance, openType: OpenType): Promise<unknown> {
  const { navigator } = self.host
  const url = textOf(self, 'url')
  switch (openType) {
    case 'navigate':
      return navigator.navigateTo(url)
    case 'redirect':
      return navigator.redirectTo(url)
    case 'switchTab':
      return navigator.switchTab(url)
    case 'reLaunch':
      return navigator.reLaunch(url)
    case 'navigateBack':
      return navigator.navigateBack(numberOf(self, 'delta', 1))
    case 'exit':
      refuseAttribute(self, 'open-type', '"exit" needs target="miniProgram"')
      return Promise.resolve()
  }
}

function openMiniProgram(self: BuiltinInstance, openType: OpenType): void {
  if (openType !== 'navigate' && openType !== 'exit') {
    return refuseAttribute(self, 'open-type', `"${openType}" cannot go to another mini program`)
  }
  const request: MiniProgramRequest = {
    openType,
    appId: textOf(self, 'appId'),
    path: textOf(self, 'path'),
    extraData: self.data['extraData'],
    envVersion: choiceOf(self, 'version', VERSIONS, 'release'),
    shortLink: textOf(self, 'shortLink'),
    succeed() {
      self.emit('success', { errMsg: 'navigateToMiniProgram:ok' })
      self.emit('complete', { errMsg: 'navigateToMiniProgram:ok' })
    },
    fail(errMsg) {
      self.emit('fail', { errMsg })
      self.emit('complete', { errMsg })
    },
  }
  self.host.send('openMiniProgram', request)
}

function open(self: BuiltinInstance): void {
  const openType = choiceOf(self, 'openType', OPEN_TYPES, 'navigate')
  if (choiceOf(self, 'target', TARGETS, 'self') === 'miniProgram') openMiniProgram(self, openType)
  else {
    go(self, openType).catch((error: unknown) => {
      self.host.reportError(error, `<navigator url="${textOf(self, 'url')}">`)
    })
  }
}

/** `<navigator>`: a tap goes to a page, back, or to another mini program. */
export const navigator: BuiltinDefinition = {
  name: 'navigator',
  properties: {
    ...hoverProperties('navigator-hover', 50, 600),
    target: { type: String, value: 'self' },
    url: { type: String },
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
    appId: { type: String },
    path: { type: String },
    extraData: { type: null },
    version: { type: String, value: 'release' },
    shortLink: { type: String },
  },
  created: (self) => ownRole(self, 'link'),
  onTap(self) {
    open(self)
    return true
  },
  methods: { tap: open },
  css: `
wx-navigator { display: block; height: auto; width: auto; }
.navigator-hover { background-color: rgba(0, 0, 0, 0.1); opacity: 0.7; }
`,
}
