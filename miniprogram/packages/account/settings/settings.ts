import type { Language } from '../../../../shared/contract/define'
import { themeChoice } from '../../../lib/appearance'
import type { ThemeChoice } from '../../../lib/appearance'
import { currentLanguage } from '../../../lib/language'
import { definePage } from '../../../lib/page'
import { switchLanguage, switchTheme } from '../../../lib/session'

definePage({
  texts: ['settings'],
  data: {
    languages: [
      { value: 'zh-CN', name: '简体中文' },
      { value: 'en', name: 'English' },
    ],
    themes: ['system', 'light', 'dark'],
    language: currentLanguage(),
    theme: themeChoice(),
  },

  onLanguageTap(event: WechatMiniprogram.TouchEvent<object, object, { value: Language }>) {
    const language = event.currentTarget.dataset.value
    this.setData({ language })
    switchLanguage(language)
  },
  onThemeTap(event: WechatMiniprogram.TouchEvent<object, object, { value: ThemeChoice }>) {
    const theme = event.currentTarget.dataset.value
    this.setData({ theme })
    switchTheme(theme)
  },
})
