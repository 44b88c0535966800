import { change, newOnceKey } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { loadMe } from '../../../lib/session'

definePage({
  texts: ['common', 'company'],
  data: { code: '', welcome: '', isWrong: false, isSending: false, once: '' },

  onLoad(query: { code?: string }) {
    this.setData({ code: query.code ?? '', once: newOnceKey() })
  },
  onCodeInput(event: WechatMiniprogram.Input) {
    const code = event.detail.value.trim().toUpperCase()
    this.setData({ code, isWrong: false, once: newOnceKey() })
  },
  async onJoinTap() {
    const { code, once, isSending, t } = this.data
    const isWrong = !/^[A-Z2-9]{8}$/.test(code)
    this.setData({ isWrong })
    if (isWrong || isSending) return
    this.setData({ isSending: true })
    const result = await change('member.joinStaff', { code }, once)
    this.setData({ isSending: false })
    if (!result.ok) {
      sayFailure(result)
      return
    }
    this.setData({ welcome: fill(t.company.joinDone, { name: result.data.name }) })
    await loadMe()
  },
  onDeskTap() {
    nav.replace('tasks')
  },
})
