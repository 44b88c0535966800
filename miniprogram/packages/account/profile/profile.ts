import { change, newOnceKey } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import * as nav from '../../../lib/nav'
import { keyAfter } from '../../../lib/next-key'
import { definePage } from '../../../lib/page'
import { loadMe, session } from '../../../lib/session'
import { uploadAvatar } from './upload-avatar'

definePage({
  texts: ['common', 'settings'],
  data: {
    avatar: '',
    nickname: '',
    /** What others do not see of it, and why. */
    avatarCheck: '' as '' | 'waiting' | 'refused',
    isMissing: false,
    isSaving: false,
    once: '',
  },

  async onLoad() {
    this.setData({ once: newOnceKey() })
    if (!session.get().me) await loadMe()
    const { avatar = '', nickname = '', avatarCheck = '' } = session.get().me ?? {}
    this.setData({ avatar, nickname, avatarCheck })
  },

  onChooseAvatar(event: WechatMiniprogram.CustomEvent<{ avatarUrl: string }>) {
    this.setData({ avatar: event.detail.avatarUrl, avatarCheck: '', once: newOnceKey() })
  },

  /** The name is read from the form: WeChat's check may clear the field after it lost focus. */
  async onFormSubmit(event: WechatMiniprogram.FormSubmit) {
    if (this.data.isSaving) return
    const nickname = String(event.detail.value['nickname'] ?? '').trim()
    this.setData({ isMissing: nickname === '' })
    if (nickname === '') return
    this.setData({ isSaving: true })
    const avatar = await uploadAvatar(this.data.avatar, session.get().me?.avatar)
    if (avatar === 'failed') {
      this.setData({ isSaving: false })
      void wx.showToast({ title: this.data.t.settings.uploadFailed, icon: 'none' })
      return
    }
    const result = await change(
      'member.updateProfile',
      { nickname, ...(avatar ? { avatar } : {}) },
      this.data.once,
    )
    if (!result.ok) {
      this.setData({ isSaving: false })
      this.setData({ once: keyAfter(result, this.data.once) })
      sayFailure(result)
      return
    }
    const { me } = session.get()
    if (me) session.set({ me: { ...me, ...result.data } })
    // It stays busy: a second tap while it leaves would take the page behind it along.
    nav.back()
  },
})
