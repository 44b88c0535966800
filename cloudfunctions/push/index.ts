import { isDevice, servePlatform } from '../_kit/platform'
import { takeMessage } from './take-message'

/**
 * A pushed message carries the openid of whom it is about, and WeChat documents no source for it:
 * refused is what WeChat itself says a device sent. Anything else has to prove itself by what it
 * says, see `takeMessage`.
 */
export const main = servePlatform('push', takeMessage, isDevice)
