import type { BuiltinInstance } from '../runtime/types'

/** `host.send('imageMenu', request)`: a picture with `show-menu-by-longpress` was held. */
export interface ImageMenuRequest {
  /** As written in the attribute. */
  readonly src: string
  /** As the browser loads it. */
  readonly url: string
}

/** `host.send('openMiniProgram', request)`: `<navigator target="miniProgram">` was tapped. */
export interface MiniProgramRequest {
  readonly openType: 'navigate' | 'exit'
  readonly appId: string
  readonly path: string
  readonly extraData: unknown
  readonly envVersion: string
  readonly shortLink: string
  succeed(): void
  fail(errMsg: string): void
}

/**
 * `host.send('field', request)`: a text field took or lost the focus; a keyboard may show up. One that
 * does says how many pixels of the page it covers: `host.send('keyboardHeight', pixels)`.
 */
export interface FieldRequest {
  readonly focused: boolean
  readonly type: string
  readonly confirmType: string
  /** The bar with 完成 above the keyboard of a `<textarea>`. */
  readonly confirmBar: boolean
  /** What the keys of a drawn keyboard do. */
  insert(text: string): void
  backspace(): void
  confirm(): void
  dismiss(): void
}

/**
 * `host.send('backLayer', layer)`: a `<page-container>` opened; the next way back must call `close`
 * and stay on the page. Sent again with `open: false` when it closed by itself.
 */
export interface BackLayer {
  readonly open: boolean
  close(): void
}

/** Tells the phone that a picture was held. */
export function sendImageMenu(self: BuiltinInstance, src: string): void {
  const request: ImageMenuRequest = { src, url: self.resolveResource(src) }
  self.host.send('imageMenu', request)
}
