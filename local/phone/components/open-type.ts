import type { BuiltinInstance } from '../runtime/types'
import { refuseAttribute, textOf } from './attributes'

/** What `<button open-type>` can open, with the event that carries the answer to the page. */
const ANSWER_EVENTS = {
  contact: 'contact',
  share: null,
  getPhoneNumber: 'getphonenumber',
  getRealtimePhoneNumber: 'getrealtimephonenumber',
  getUserInfo: 'getuserinfo',
  chooseAvatar: 'chooseavatar',
  openSetting: 'opensetting',
  feedback: null,
  launchApp: 'launchapp',
  agreePrivacyAuthorization: 'agreeprivacyauthorization',
  liveActivity: 'createliveactivity',
} as const

export type OpenType = keyof typeof ANSWER_EVENTS

/**
 * Sent as `host.send('openType', request)` after a tap on `<button open-type>`. Whoever draws the
 * surface behind it answers with `reply` once, or not at all when the user just goes away.
 */
export interface OpenTypeRequest {
  readonly type: OpenType
  /** The tapped button: its data has the attributes WeChat documents for the type. */
  readonly button: BuiltinInstance
  /** Sends the answer to the page, e.g. `bindgetphonenumber` with `{ code, errMsg }`. */
  reply(detail: Record<string, unknown>): void
  /** `binderror`, which only `launchApp` knows. */
  fail(detail: Record<string, unknown>): void
}

const isOpenType = (value: string): value is OpenType => Object.hasOwn(ANSWER_EVENTS, value)

/** Types WeChat allows to be joined with `|` to the agreement to the privacy guide. */
const JOINABLE: readonly OpenType[] = [
  'getPhoneNumber',
  'getRealtimePhoneNumber',
  'chooseAvatar',
  'getUserInfo',
]

/** The types written in the attribute; unknown ones are shown to the developer. */
export function openTypesOf(button: BuiltinInstance): OpenType[] {
  const written = textOf(button, 'openType').split('|').filter(Boolean)
  const known = written.filter(isOpenType)
  for (const value of written) {
    if (!isOpenType(value))
      refuseAttribute(button, 'open-type', `"${value}" is not known to WeChat`)
  }
  const others = known.filter((type) => type !== 'agreePrivacyAuthorization')
  if (
    known.length > 1 &&
    !(others.length === 1 && others.every((type) => JOINABLE.includes(type)))
  ) {
    refuseAttribute(button, 'open-type', `${known.join('|')} cannot be joined`)
    return known.slice(0, 1)
  }
  return known
}

/** Asks the phone for the surfaces behind a button's open-type. */
export function openSurfaces(button: BuiltinInstance): void {
  for (const type of openTypesOf(button)) {
    const answer = ANSWER_EVENTS[type]
    const request: OpenTypeRequest = {
      type,
      button,
      reply: (detail) => {
        if (answer !== null) button.emit(answer, detail)
      },
      fail: (detail) => {
        if (type === 'launchApp') button.emit('error', detail)
      },
    }
    button.host.send('openType', request)
  }
}
