import type { consoleCompany } from '../../../shared/contract/console-company'
import type { Handlers } from '../../_kit/serve'
import { changeStaff, removeStaff } from './change-staff'
import { inviteStaff, withdrawInvitation } from './invitations'
import {
  getLayout,
  listLayouts,
  previewHome,
  publishLayout,
  rollBackLayout,
  saveLayout,
} from './layouts'
import { listAudit } from './list-audit'
import { listStaff } from './list-staff'
import { changeSettings, getSettings } from './settings'

export const companyHandlers: Handlers<typeof consoleCompany> = {
  'console.listStaff': listStaff,
  'console.inviteStaff': inviteStaff,
  'console.withdrawInvitation': withdrawInvitation,
  'console.changeStaff': changeStaff,
  'console.removeStaff': removeStaff,
  'console.listAudit': listAudit,
  'console.getSettings': getSettings,
  'console.changeSettings': changeSettings,
  'console.listLayouts': listLayouts,
  'console.getLayout': getLayout,
  'console.saveLayout': saveLayout,
  'console.previewHome': previewHome,
  'console.publishLayout': publishLayout,
  'console.rollBackLayout': rollBackLayout,
}
