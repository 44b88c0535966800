import type { ActionSheetOptions } from './action-sheet'
import type { Address } from './address'
import type { Album } from './album'
import type { CashierOutcome, PrepaidOrder } from './cashier'
import type { ChatFile } from './chat-files'
import type { CustomerServiceOptions } from './customer-service'
import type { DocumentViewerOptions } from './document-viewer'
import type { InvoiceTitle } from './invoice-titles'
import type { ModalAnswer, ModalOptions } from './modal'
import type { PermissionRequest } from './permission-dialog'
import type { PictureFile } from './picture-file'
import type { PicturePickerOptions } from './picture-picker'
import type { PictureViewerOptions } from './picture-viewer'
import type { Place } from './places'
import type { ScannedCode } from './scan-page'
import type { ShareCard } from './share-card'
import type { ShareMenu } from './share-menu'
import type { Stage } from './stage'
import type { SubscribeAnswer, SubscribeTemplate } from './subscribe-dialog'
import type { Toast } from './toast'

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
  chooseChatFiles(options: {
    count: number
    accepts: (name: string) => boolean
  }): Promise<ChatFile[] | undefined>
  /** True when the user sent it. */
  sendChatFile(file: ChatFile): Promise<boolean>
  viewDocument(options: DocumentViewerOptions): Promise<void>
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
