import type { OpenTypeRequest } from '../components/open-type'
import { cardForFriend, pathOf } from './share-card'
import type { Surfaces } from './surfaces'

interface PhoneGrant {
  code: string
  cloudID: string
  phoneNumber: string
}

/** What a tap on `<button open-type>` opens, and the answer the page gets. */
export function watchOpenTypes(surfaces: Surfaces): void {
  const { host } = surfaces.stage
  host.on('openType', (value) => {
    const request = value as OpenTypeRequest
    const action = ACTIONS[request.type]
    if (!action) {
      host.reportError(
        new Error(`open-type="${request.type}" is not in the local phone`),
        '<button>',
      )
      return
    }
    void action(surfaces, request).catch((error: unknown) =>
      host.reportError(error, `<button open-type="${request.type}">`),
    )
  })
}

type Action = (surfaces: Surfaces, request: OpenTypeRequest) => Promise<void>

const ACTIONS: Partial<Record<OpenTypeRequest['type'], Action>> = {
  share: async (surfaces, { button }) => {
    const { host } = surfaces.stage
    const page = host.currentPage()
    if (!page) return
    const target = { id: button.element.id, dataset: { ...button.element.dataset } }
    await surfaces.share(await cardForFriend(host, page, 'button', target), 1007)
  },
  getPhoneNumber: (surfaces, request) => answerPhoneNumber(surfaces, request, false),
  getRealtimePhoneNumber: (surfaces, request) => answerPhoneNumber(surfaces, request, true),
  chooseAvatar: async (surfaces, { reply }) => {
    const avatarUrl = await surfaces.chooseAvatar()
    reply(
      avatarUrl === undefined
        ? { errMsg: 'chooseAvatar:fail cancel' }
        : { avatarUrl, errMsg: 'chooseAvatar:ok' },
    )
  },
  openSetting: async (surfaces, { reply }) => {
    await surfaces.settings()
    const { permissions } = surfaces.stage.host.device
    const authSetting = Object.fromEntries(
      Object.entries(permissions).map(([scope, answer]) => [scope, answer === 'allow']),
    )
    reply({ authSetting, errMsg: 'openSetting:ok' })
  },
  contact: async (surfaces, { button, reply }) => {
    const { host } = surfaces.stage
    const page = host.currentPage()
    const text = (name: string): string => String(button.data[name] ?? '')
    const path = text('sendMessagePath') || (page ? pathOf(page) : '')
    surfaces.customerService({
      sessionFrom: text('sessionFrom'),
      card: button.data.showMessageCard
        ? {
            title: text('sendMessageTitle') || surfaces.appName,
            path,
            imageUrl: text('sendMessageImg')
              ? button.resolveResource(text('sendMessageImg'))
              : undefined,
          }
        : undefined,
      onCard({ path: tapped }) {
        const [target = '', search = ''] = tapped.split('?')
        reply({
          path: target,
          query: Object.fromEntries(new URLSearchParams(search)),
          errMsg: 'enterContact:ok',
        })
      },
    })
  },
  agreePrivacyAuthorization: async (surfaces, { reply }) => {
    surfaces.stage.host.send('privacyAgreed', null)
    reply({ errMsg: 'agreePrivacyAuthorization:ok' })
  },
  feedback: async (surfaces) => surfaces.customerService({ sessionFrom: 'feedback' }),
}

async function answerPhoneNumber(
  surfaces: Surfaces,
  { type, reply }: OpenTypeRequest,
  realtime: boolean,
): Promise<void> {
  const { host } = surfaces.stage
  const grant = await host.request<PhoneGrant>('/local/phone-number', { user: host.user })
  const masked = grant.phoneNumber.replace(/^(\d{3})\d{4}/, '$1****')
  if (await surfaces.askPhoneNumber(masked, realtime)) {
    const { code, cloudID } = grant
    reply({ errMsg: `${type}:ok`, code, cloudID, encryptedData: '', iv: '' })
  } else {
    reply({ errMsg: `${type}:fail user deny` })
  }
}
