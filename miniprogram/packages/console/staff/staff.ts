import type { StaffRole } from '../../../../shared/contract/define'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { askCompanyName } from '../../../lib/company'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { toStaffView, toggled } from './staff-view'
import type { StaffList, StaffView } from './staff-view'

/** The sheet: a new invitation, the code that was made, or the roles of somebody. */
interface Editing {
  mode: '' | 'invite' | 'code' | 'change'
  staffId: string
  name: string
  roles: StaffRole[]
  code: string
  isWrong: boolean
}

const closed: Editing = { mode: '', staffId: '', name: '', roles: [], code: '', isWrong: false }

definePage({
  texts: ['common', 'company'],
  data: {
    list: null as StaffList | null,
    view: null as StaffView | null,
    editing: closed,
    /** WXML calls no methods: which roles are chosen. */
    chosenRoles: {} as Partial<Record<StaffRole, boolean>>,
    isSending: false,
    once: '',
    failure: null as FailureView | null,
  },

  /** For the card of an invitation, which cannot wait for an answer. */
  company: '',

  onShow() {
    void this.load()
    void this.nameCompany()
  },
  onLanguageChange() {
    this.show()
    void this.nameCompany()
  },
  onShareAppMessage() {
    const { code } = this.data.editing
    const { company } = this
    return {
      title: fill(this.data.t.company.joinShare, { company }),
      path: nav.urlOf('joinStaff', { code }),
    }
  },

  async nameCompany() {
    this.company = await askCompanyName()
  },
  async load() {
    const result = await call('console.listStaff', {})
    if (!result.ok) {
      if (this.data.view) sayFailure(result)
      else this.setData({ failure: toFailureView(result) })
      return
    }
    this.setData({ list: result.data, failure: null })
    this.show()
  },
  show() {
    const { list } = this.data
    if (list) this.setData({ view: toStaffView(list, textsOf(['desk', 'company'])) })
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },

  onInviteTap() {
    this.edit({ ...closed, mode: 'invite' })
  },
  onPersonTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const { id } = event.currentTarget.dataset
    const person = this.data.list?.staff.find((known) => known.id === id)
    if (!person) return
    if (!person.canChange) {
      nav.open('audit', { staffId: id })
      return
    }
    const { name, roles } = person
    this.edit({ ...closed, mode: 'change', staffId: id, name, roles })
  },
  onClose() {
    this.setData({ editing: closed })
  },
  onNameInput(event: WechatMiniprogram.Input) {
    this.edit({ name: event.detail.value })
  },
  onRoleTap(event: WechatMiniprogram.TouchEvent<object, object, { role: StaffRole }>) {
    this.edit({ roles: toggled(this.data.editing.roles, event.currentTarget.dataset.role) })
  },
  edit(part: Partial<Editing>) {
    const editing = { ...this.data.editing, isWrong: false, ...part }
    const chosenRoles = Object.fromEntries(editing.roles.map((role) => [role, true]))
    this.setData({ editing, chosenRoles, once: newOnceKey() })
  },
  onAuditTap() {
    nav.open('audit', { staffId: this.data.editing.staffId })
  },
  onCopyTap() {
    void wx.setClipboardData({ data: this.data.editing.code })
  },

  async onSaveTap() {
    const { editing, once, isSending } = this.data
    const name = editing.name.trim()
    if (isSending) return
    if (name === '' || editing.roles.length === 0) {
      this.setData({ 'editing.isWrong': true })
      return
    }
    this.setData({ isSending: true })
    const { staffId, roles } = editing
    if (editing.mode === 'invite') {
      const result = await change('console.inviteStaff', { name, roles }, once)
      if (result.ok) this.edit({ mode: 'code', code: result.data.code })
      else sayFailure(result)
    } else {
      const result = await change('console.changeStaff', { staffId, name, roles }, once)
      if (result.ok) this.onClose()
      else sayFailure(result)
    }
    this.setData({ isSending: false })
    await this.load()
  },
  async onRemoveTap() {
    const { editing, once, t } = this.data
    const { confirm } = await wx.showModal({
      title: fill(t.company.removeAsk, { name: editing.name }),
      content: t.company.removeLine,
      confirmText: t.company.removeYes,
      cancelText: t.common.cancel,
    })
    if (!confirm) return
    const result = await change('console.removeStaff', { staffId: editing.staffId }, once)
    if (result.ok) this.onClose()
    else sayFailure(result)
    await this.load()
  },
  async onWithdrawTap(event: WechatMiniprogram.TouchEvent<object, object, { code: string }>) {
    const { code } = event.currentTarget.dataset
    const result = await change('console.withdrawInvitation', { code })
    if (!result.ok) sayFailure(result)
    await this.load()
  },
})
