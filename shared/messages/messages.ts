import { common } from './common'
import { errors } from './errors'

/** Every text of the interface by language and group; Chinese is the source. */
export const messages = {
  'zh-CN': { common: common['zh-CN'], errors: errors['zh-CN'] },
  en: { common: common.en, errors: errors.en },
}

export type MessageTexts = (typeof messages)['zh-CN']
export type MessageGroup = keyof MessageTexts
