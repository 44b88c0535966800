import { servePlatform } from '../_kit/platform'
import { everyMinute } from './every-minute'

export const main = servePlatform('tick', everyMinute)
