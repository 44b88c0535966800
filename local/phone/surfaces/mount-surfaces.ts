import type { ImageMenuRequest, MiniProgramRequest } from '../components/host-requests'
import type { PhoneHost } from '../runtime/types'
import { filesOf } from '../wx/files/phone-files'
import { resourceUrl } from '../wx/files/resources'
import type { EnterRequest } from '../wx/host-events'
import { SCOPES } from '../wx/permissions'
import { showActionSheet } from './action-sheet'
import { chooseAddress } from './address-book'
import { createAlbum } from './album'
import { showCashier } from './cashier'
import { askOtherMiniProgram, askPhoneCall, askReceipt } from './confirm-sheets'
import { openCustomerService } from './customer-service'
import { viewDocument } from './document-viewer'
import type { InboxMessage } from './inbox-message'
import { showInbox } from './inbox-page'
import { chooseInvoiceTitle } from './invoice-titles'
import { chooseLocation, openLocation } from './location-picker'
import { showMenu } from './menu-sheet'
import { showModal } from './modal'
import { watchNicknameFields } from './nickname-bar'
import { watchOpenTypes } from './open-type'
import { askPermission } from './permission-dialog'
import { menuOf } from './phone-menu'
import { type ChatFiles, chooseChatFiles, sendChatFile } from './chat-files'
import { choosePictures } from './picture-picker'
import { viewPictures } from './picture-viewer'
import { PLACES } from './places'
import { askPrivacy, showPrivacyContract } from './privacy-popup'
import { askPhoneNumber, chooseAvatar } from './profile-sheets'
import { scanCode } from './scan-page'
import { showServiceBanner } from './service-banner'
import { showSettings } from './settings-page'
import { createShareMenu } from './share-menu'
import { showShareSheet } from './share-sheet'
import { createStage } from './stage'
import { askSubscription } from './subscribe-dialog'
import { createToast } from './toast'
import { appNameOf } from './wechat-memory'
import type { Surfaces } from './surfaces'

const mounted = new WeakMap<PhoneHost, Surfaces>()

/** The surfaces of a phone; mounted once, the same ones each time it is asked. */
export function mountSurfaces(host: PhoneHost): Surfaces {
  const known = mounted.get(host)
  if (known) return known
  const stage = createStage(host)
  const album = createAlbum()
  const chatFiles: ChatFiles = []
  const files = filesOf(host)
  const contract = `《${appNameOf(host)}小程序隐私保护指引》`
  const openMessage = ({ page }: InboxMessage): void => {
    const request: EnterRequest = { path: page ?? '', scene: 1014 }
    host.send('enter', request)
  }
  const surfaces: Surfaces = {
    stage,
    album,
    appName: appNameOf(host),
    privacyContractName: contract,
    shareMenu: createShareMenu(host),
    toast: createToast(stage, (path) => resourceUrl(host, path) ?? path),
    modal: (options) => showModal(stage, options),
    actionSheet: (options) => showActionSheet(stage, options),
    cashier: (order) => showCashier(stage, order),
    permission: (request) => askPermission(stage, request),
    settings: () => showSettings(stage, SCOPES),
    subscribe: (templates) => askSubscription(stage, templates),
    privacy: () => askPrivacy(stage, { contractName: contract }),
    privacyContract: () => showPrivacyContract(stage, contract),
    currentPlace: () => PLACES[0],
    chooseLocation: () => chooseLocation(stage),
    openLocation: (place) => openLocation(stage, place),
    chooseAddress: () => chooseAddress(stage),
    chooseInvoiceTitle: () => chooseInvoiceTitle(stage),
    choosePictures: (options) => choosePictures(stage, album, options),
    chooseChatFiles: (options) => chooseChatFiles(stage, chatFiles, options),
    sendChatFile: (file) => sendChatFile(stage, chatFiles, file),
    viewDocument: (options) =>
      viewDocument(stage, options, (file) => sendChatFile(stage, chatFiles, file)),
    viewPictures: (options) => viewPictures(stage, options),
    async chooseAvatar() {
      const picture = await chooseAvatar(stage, album)
      return picture && files.addTemporary(picture.bytes, picture.type)
    },
    askPhoneNumber: (masked, realtime) => askPhoneNumber(stage, masked, realtime),
    phoneCall: (phoneNumber) => askPhoneCall(stage, phoneNumber),
    scan: () => scanCode(stage),
    customerService: (options) => openCustomerService(stage, options),
    confirmReceipt: (transaction) => askReceipt(stage, transaction),
    otherMiniProgram: (target) => askOtherMiniProgram(stage, target),
    share: (card, scene) =>
      showShareSheet(stage, {
        card,
        scene,
        imageUrl: card.imageUrl && resourceUrl(host, card.imageUrl),
      }),
    inbox: () => showInbox(stage, openMessage),
  }
  host.on('menu', () => showMenu(stage, menuOf(surfaces)))
  host.on('cloud', (value) => {
    const { type, message } = value as { type?: string; message?: InboxMessage }
    if (type !== 'inbox' || !message || stage.layers.at(-1)?.name === 'customer-service') return
    showServiceBanner(stage, message, () => openMessage(message))
  })
  host.on('imageMenu', (value) => void offerPicture(surfaces, value as ImageMenuRequest))
  host.on('openMiniProgram', (value) => void leave(surfaces, value as MiniProgramRequest))
  watchOpenTypes(surfaces)
  watchNicknameFields(stage)
  mounted.set(host, surfaces)
  return surfaces
}

/** A picture was held: it can be kept in the album. */
async function offerPicture(surfaces: Surfaces, { url }: ImageMenuRequest): Promise<void> {
  const chosen = await surfaces.actionSheet({ items: ['保存图片'] })
  if (chosen !== 0) return
  const answer = await fetch(url)
  const type = answer.headers.get('content-type') ?? 'image/png'
  surfaces.album.add({ bytes: new Uint8Array(await answer.arrayBuffer()), type })
  surfaces.toast.show({
    kind: 'toast',
    title: '已保存',
    icon: 'success',
    mask: false,
    duration: 1500,
  })
}

async function leave(surfaces: Surfaces, request: MiniProgramRequest): Promise<void> {
  const { appId, path, openType } = request
  if (openType === 'exit') return request.fail('exitMiniProgram:fail not in the local phone')
  if (await surfaces.otherMiniProgram({ appId, path })) request.succeed()
  else request.fail('navigateToMiniProgram:fail cancel')
}
