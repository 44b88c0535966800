import { servePlatform } from '../_kit/platform'
import { takeNotification } from './take-notification'

export const main = servePlatform('paynotify', takeNotification)
