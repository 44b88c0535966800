import { servePlatform } from '../_kit/platform'
import { takeMessage } from './take-message'

export const main = servePlatform('push', takeMessage)
