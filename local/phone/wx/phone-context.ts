import type { PhoneHost } from '../runtime/types'
import type { Surfaces } from '../surfaces/surfaces'
import type { FileStore } from './files/file-store'
import type { GestureGate } from './gesture-gate'
import type { PrivacyConsent } from './privacy-consent'

/** What the groups of `wx` APIs are built from. */
export interface PhoneContext {
  readonly host: PhoneHost
  readonly surfaces: Surfaces
  readonly files: FileStore
  readonly gestures: GestureGate
  readonly privacy: PrivacyConsent
}
