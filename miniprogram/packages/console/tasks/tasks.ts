import type { Tasks } from '../../../../shared/contract/console-orders'
import { call } from '../../../lib/call'
import { toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { toTasksView } from './tasks-view'
import type { LinkName, TaskName, TasksView } from './tasks-view'

definePage({
  texts: ['common', 'desk', 'shipping'],
  data: {
    tasks: null as Tasks | null,
    view: null as TasksView | null,
    isForbidden: false,
    failure: null as FailureView | null,
  },
  asked: 0,

  onShow() {
    void this.load()
  },
  onLanguageChange() {
    this.show()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },

  async load() {
    const question = ++this.asked
    const result = await call('console.getTasks', {})
    if (question !== this.asked) return
    if (result.ok) {
      this.setData({ tasks: result.data, isForbidden: false, failure: null })
      this.show()
    } else if (result.error.code === 'FORBIDDEN') this.setData({ isForbidden: true })
    // What is on the screen stays when only a refresh failed.
    else if (!this.data.view) this.setData({ failure: toFailureView(result) })
  },
  show() {
    const { tasks } = this.data
    if (tasks) this.setData({ view: toTasksView(tasks, textsOf(['desk']).desk) })
  },

  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
  onTaskTap(event: WechatMiniprogram.TouchEvent<object, object, { name: TaskName }>) {
    openTask(event.currentTarget.dataset.name)
  },
  onLinkTap(event: WechatMiniprogram.TouchEvent<object, object, { name: LinkName }>) {
    openLink(event.currentTarget.dataset.name)
  },
})

function openTask(name: TaskName): void {
  switch (name) {
    case 'toShip':
    case 'overdue':
      return nav.open('shipping')
    case 'toMakeReady':
      return nav.open('staffOrders', { state: 'paid', fulfilment: 'pickup' })
    case 'toHandOver':
      return nav.open('staffOrders', { state: 'ready' })
    case 'afterSales':
      return nav.open('staffAfterSales')
    case 'reviews':
      return nav.open('staffReviews', { tab: 'reviews' })
    case 'questions':
      return nav.open('staffReviews', { tab: 'questions' })
    case 'lowStock':
      return nav.open('products', { tab: 'lowStock' })
    case 'invoices':
      return nav.open('invoices')
    case 'troubles':
      return nav.open('troubles')
  }
}

function openLink(name: LinkName): void {
  switch (name) {
    case 'allOrders':
      return nav.open('staffOrders', {})
    case 'handOver':
      return nav.open('pickup')
    case 'products':
      return nav.open('products')
    case 'promotions':
      return nav.open('promotions')
    case 'staff':
      return nav.open('staff')
    case 'audit':
      return nav.open('audit', {})
    case 'health':
      return nav.open('health')
    case 'company':
      return nav.open('company')
    case 'layout':
      return nav.open('layouts')
  }
}
