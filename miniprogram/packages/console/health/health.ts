import type { Health } from '../../../../shared/contract/console-health'
import { call } from '../../../lib/call'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import { Loaded } from '../../../lib/loaded'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { loadMe, session } from '../../../lib/session'
import { askForMessages } from '../../../lib/subscribe'
import { toHealthView } from './health-view'
import type { HealthView } from './health-view'

definePage({
  texts: ['common', 'health'],
  data: {
    view: null as HealthView | null,
    isAsking: false,
    failure: null as FailureView | null,
  },
  loaded: null as Loaded<Health> | null,

  onLoad() {
    this.loaded = new Loaded({
      ask: () => call('console.getHealth', {}),
      show: (health) =>
        this.setData({ view: toHealthView(health, textsOf(['health']).health), failure: null }),
      fail: (failure) => this.setData({ failure }),
    })
  },
  onShow() {
    // A message leads here straight away: the template ids come with the session.
    if (!session.get().me) void loadMe()
    void this.loaded?.load()
  },
  onLanguageChange() {
    this.loaded?.showAgain()
  },
  async onPullDownRefresh() {
    await this.loaded?.load()
    void wx.stopPullDownRefresh()
  },
  onFailedTap() {
    void this.loaded?.retry()
  },
  onTroublesTap() {
    nav.open('troubles')
  },
  async onAlertsTap() {
    if (this.data.isAsking) return
    this.setData({ isAsking: true })
    const isAccepted = await askForMessages(['alert'])
    this.setData({ isAsking: false })
    const { alertsAsked, alertsRefused } = this.data.t.health
    void wx.showToast({ title: isAccepted ? alertsAsked : alertsRefused, icon: 'none' })
    await this.loaded?.load()
  },
})
