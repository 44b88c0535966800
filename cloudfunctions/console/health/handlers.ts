import type { consoleHealth } from '../../../shared/contract/console-health'
import type { Handlers } from '../../_kit/serve'
import { getHealth } from './get-health'

export const healthHandlers: Handlers<typeof consoleHealth> = {
  'console.getHealth': getHealth,
}
