/** Components that show what comes from WeChat or the web, of which a laptop has nothing. */
import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { textOf } from './attributes'
import { instanceState } from './instance-state'
import { makePart, prependPart } from './parts'

const webViewParts = instanceState((self) => prependPart(self, 'div', 'wx-web-view-refusal'))

function refuseUrl(self: BuiltinInstance): void {
  const box = webViewParts(self)
  const url = textOf(self, 'src')
  if (url === '') return box.replaceChildren()
  const title = makePart(self, 'div', 'wx-web-view-title')
  const reason = makePart(self, 'div', 'wx-web-view-reason')
  title.textContent = '无法打开该页面'
  reason.textContent = `不支持打开 ${url}，请在“小程序右上角更多->反馈与投诉”中和开发者反馈。`
  box.replaceChildren(title, reason)
  if (self.element.isConnected) self.emit('error', { url, fullUrl: url })
}

/** `<web-view>`: covers the page with WeChat's refusal; no domain is a business domain here. */
export const webView: BuiltinDefinition = {
  name: 'web-view',
  properties: { src: { type: String } },
  observers: { src: refuseUrl },
  attached: refuseUrl,
  css: `
wx-web-view { display: block; position: fixed; inset: 0; z-index: 9999; background: var(--wx-panel); }
.wx-web-view-refusal { padding: 120px 40px 0; color: var(--wx-text); text-align: center; }
.wx-web-view-title { margin-bottom: 12px; font-size: 20px; font-weight: 500; }
.wx-web-view-reason { color: var(--wx-text-secondary); font-size: 14px; line-height: 1.6; overflow-wrap: anywhere; }
`,
}

/** Launch scenes in which WeChat shows the official account. */
const FOLLOW_SCENES = [1011, 1017, 1025, 1047, 1124]
const NARROWEST = 300
const WRONG_SCENE = 5
const TWICE = 6

function accountStatus(self: BuiltinInstance): number {
  if (!FOLLOW_SCENES.includes(self.host.enterOptions().scene)) return WRONG_SCENE
  const first = self.document.querySelector('wx-official-account')
  return first === self.element ? 0 : TWICE
}

function accountName(self: BuiltinInstance): string {
  const window = self.host.appConfig['window'] as { navigationBarTitleText?: string } | undefined
  return window?.navigationBarTitleText ?? self.host.appId
}

/** `<official-account>`: a card to follow the account, only after a scan, once a page, 300px wide. */
export const officialAccount: BuiltinDefinition = {
  name: 'official-account',
  attached(self) {
    const status = accountStatus(self)
    if (status !== 0) {
      const errMsg = status === TWICE ? 'there can be only one in a page' : 'not in this scene'
      return void self.emit('error', { status, errMsg: `official-account:fail ${errMsg}` })
    }
    const card = prependPart(self, 'div', 'wx-official-account-card')
    const note = makePart(self, 'div', 'wx-official-account-note')
    const name = makePart(self, 'div', 'wx-official-account-name')
    const follow = makePart(self, 'div', 'wx-official-account-follow')
    note.textContent = '小程序关联的公众号'
    name.textContent = accountName(self)
    follow.textContent = '关注'
    card.append(note, name, follow)
    if (self.element.clientWidth < NARROWEST) {
      self.setOwnStyle({ 'min-width': `${NARROWEST}px` })
    }
    self.emit('load', { status, errMsg: 'official-account:ok' })
  },
  css: `
wx-official-account { display: block; }
.wx-official-account-card { position: relative; height: 84px; box-sizing: border-box; padding: 12px 15px; background: var(--wx-panel); color: var(--wx-text); }
.wx-official-account-note { margin-bottom: 10px; color: var(--wx-text-tertiary); font-size: 12px; }
.wx-official-account-name { font-size: 17px; }
.wx-official-account-follow { position: absolute; right: 15px; bottom: 18px; padding: 4px 14px; border: 1px solid var(--wx-brand); border-radius: 3px; color: var(--wx-brand); font-size: 13px; }
`,
}

const BAD_UNIT = 1002
const NO_AD = 1004

/** `<ad>`: there is never an advertisement here, as when WeChat has none to show. */
export const ad: BuiltinDefinition = {
  name: 'ad',
  properties: {
    unitId: { type: String },
    adIntervals: { type: Number },
    adType: { type: String, value: 'banner' },
    adTheme: { type: String, value: 'white' },
  },
  attached(self) {
    const errCode = textOf(self, 'unitId') === '' ? BAD_UNIT : NO_AD
    const errMsg = errCode === BAD_UNIT ? 'ad unit-id is invalid' : 'no suitable ad'
    self.emit('error', { errCode, errMsg })
  },
  css: 'wx-ad { display: none; }',
}
