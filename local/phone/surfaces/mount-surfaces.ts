import type { ImageMenuRequest, MiniProgramRequest } from '../components/host-requests'
import type { PhoneHost } from '../runtime/types'
import { filesOf } from '../wx/files/phone-files'
import { resourceUrl } from '../wx/files/resources'
import type { EnterRequest } from '../wx/host-events'
import { SCOPES } from '../wx/permissions'
import { type ActionSheetOptions, showActionSheet } from './action-sheet'
import type { Address } from './address'
import { chooseAddress } from './address-book'
import { type Album, createAlbum } from './album'
import { type CashierOutcome, type PrepaidOrder, showCashier } from './cashier'
import { askOtherMiniProgram, askPhoneCall, askReceipt } from './confirm-sheets'
import { type CustomerServiceOptions, openCustomerService } from './customer-service'
import type { InboxMessage } from './inbox-message'
import { showInbox } from './inbox-page'
import { chooseInvoiceTitle, type InvoiceTitle } from './invoice-titles'
import { chooseLocation, openLocation } from './location-picker'
import { showMenu } from './menu-sheet'
import { type ModalAnswer, type ModalOptions, showModal } from './modal'
import { watchNicknameFields } from './nickname-bar'
import { watchOpenTypes } from './open-type'
import { askPermission, type PermissionRequest } from './permission-dialog'
import { menuOf } from './phone-menu'
import type { PictureFile } from './picture-file'
import { choosePictures, type PicturePickerOptions } from './picture-picker'
import { type PictureViewerOptions, viewPictures } from './picture-viewer'
import { type Place, PLACES } from './places'
import { askPrivacy, showPrivacyContract } from './privacy-popup'
import { askPhoneNumber, chooseAvatar } from './profile-sheets'
import { type ScannedCode, scanCode } from './scan-page'
import { showServiceBanner } from './service-banner'
import { showSettings } from './settings-page'
import type { ShareCard } from './share-card'
import { createShareMenu, type ShareMenu } from './share-menu'
import { showShareSheet } from './share-sheet'
import { createStage, type Stage } from './stage'
import { askSubscription, type SubscribeAnswer, type SubscribeTemplate } from './subscribe-dialog'
import { createToast, type Toast } from './toast'
import { appNameOf } from './wechat-memory'

/** Everything WeChat draws over a mini program's pages. `undefined` always means: the user left. */
export interface Surfaces {
  readonly stage: Stage
  readonly appName: string
  /** The words WeChat links to the privacy guide. */
  readonly privacyContractName: string
  readonly toast: Toast
  readonly album: Album
  readonly shareMenu: ShareMenu
  modal(options: ModalOptions): Promise<ModalAnswer>
  actionSheet(options: ActionSheetOptions): Promise<number | undefined>
  cashier(order: PrepaidOrder): Promise<CashierOutcome>
  permission(request: PermissionRequest): Promise<boolean>
  settings(): Promise<void>
  subscribe(templates: readonly SubscribeTemplate[]): Promise<SubscribeAnswer>
  privacy(): Promise<boolean>
  privacyContract(): Promise<void>
  /** Where the phone stands. */
  currentPlace(): Place
  chooseLocation(): Promise<Place | undefined>
  openLocation(place: Place): Promise<void>
  chooseAddress(): Promise<Address | undefined>
  chooseInvoiceTitle(): Promise<InvoiceTitle | undefined>
  choosePictures(options: PicturePickerOptions): Promise<PictureFile[] | undefined>
  viewPictures(options: PictureViewerOptions): Promise<void>
  /** The path of a temporary file with the user's picture. */
  chooseAvatar(): Promise<string | undefined>
  askPhoneNumber(masked: string, realtime: boolean): Promise<boolean>
  phoneCall(phoneNumber: string): Promise<boolean>
  scan(): Promise<ScannedCode | undefined>
  customerService(options: CustomerServiceOptions): void
  confirmReceipt(transaction: string): Promise<boolean>
  otherMiniProgram(target: { appId: string; path: string }): Promise<boolean>
  share(card: ShareCard, scene: number): Promise<void>
  inbox(): Promise<void>
}

const mounted = new WeakMap<PhoneHost, Surfaces>()

/** The surfaces of a phone; mounted once, the same ones each time it is asked. */
export function mountSurfaces(host: PhoneHost): Surfaces {
  const known = mounted.get(host)
  if (known) return known
  const stage = createStage(host)
  const album = createAlbum()
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
