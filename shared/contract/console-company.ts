import * as v from 'valibot'
import type { Home } from './catalog'
import { action, detail, returns, staffRoles } from './define'
import type { Contract, StaffRole } from './define'
import { cursor, id, text } from './fields'
import { layoutBlocks } from './layout'
import type { LayoutBlock } from './layout'
import { settingsPart } from './settings'
import type { SettingsView } from './settings'

const managing = { staff: ['owner', 'manager'] } as const
const owning = { staff: ['owner'] } as const

const roles = v.pipe(
  v.array(v.picklist(staffRoles)),
  v.minLength(1),
  v.maxLength(staffRoles.length),
  v.check((list) => new Set(list).size === list.length, 'each once'),
)

export interface StaffMember {
  id: string
  name: string
  roles: StaffRole[]
  joinedAt: number
  /** Whoever is looking. */
  isMe: boolean
  /** Whether whoever is looking may change or remove this one. */
  canChange: boolean
}

export interface Invitation {
  code: string
  name: string
  roles: StaffRole[]
  expiresAt: number
}

/** One change by one member of staff. */
export interface AuditEntry {
  id: string
  at: number
  staffId: string
  staffName: string
  action: string
  /** The id of what it is about, to find what else was done about it. */
  subject?: string
  /** What people call it: an order's number, a product's or somebody's name. */
  subjectName?: string
  /** JSON, cut when it is long. */
  input: string
  /** The same by field; absent when it was cut. */
  fields?: AuditField[]
  /** What was one way before and another after, where it was written down. */
  changes?: AuditChange[]
}

/** One thing that a change made different. */
export interface AuditChange {
  what: 'price' | 'name' | 'roles'
  /** Which part of what was changed: the options of an SKU. */
  part?: string
  /** Fen of a price, a name, or roles separated by spaces. */
  from: string | number
  to: string | number
}

/** One value of what was sent, with its path: `lines.0.quantity`. */
export interface AuditField {
  name: string
  value: string | number | boolean
  /** What people call the thing whose id the value is. */
  called?: string
}

/** One version of the home page, without its blocks. */
export interface LayoutVersion {
  id: string
  version: number
  state: 'draft' | 'published' | 'replaced'
  note: string
  createdBy: string
  savedAt: number
  publishedAt?: number
}

const staffChange = { STAFF_NOT_FOUND: detail(), LAST_OWNER: detail(), ROLE_ABOVE_OWN: detail() }
const layoutChange = { LAYOUT_NOT_FOUND: detail(), LAYOUT_CHANGED: detail() }
const layoutId = v.strictObject({ layoutId: id })
const savedAt = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Staff, roles, the audit log, settings and the home page. */
export const consoleCompany = {
  'console.listStaff': action({
    access: managing,
    input: v.strictObject({}),
    output: returns<{ staff: StaffMember[]; invitations: Invitation[]; mayGive: StaffRole[] }>(),
    errors: {},
  }),
  /** Whoever has the code joins with these roles, once, within three days. */
  'console.inviteStaff': action({
    access: managing,
    write: true,
    input: v.strictObject({ name: text(20, 1), roles }),
    output: returns<Invitation>(),
    errors: { ROLE_ABOVE_OWN: detail() },
  }),
  'console.withdrawInvitation': action({
    access: managing,
    write: true,
    input: v.strictObject({ code: v.pipe(v.string(), v.regex(/^[A-Z2-9]{8}$/)) }),
    output: returns<{ withdrawn: boolean }>(),
    errors: { INVITATION_NOT_FOUND: detail(), ROLE_ABOVE_OWN: detail() },
  }),
  'console.changeStaff': action({
    access: managing,
    write: true,
    input: v.strictObject({ staffId: id, name: text(20, 1), roles }),
    output: returns<{ roles: StaffRole[] }>(),
    errors: staffChange,
  }),
  /** Takes every role away; what this one did stays in the audit log. */
  'console.removeStaff': action({
    access: managing,
    write: true,
    input: v.strictObject({ staffId: id }),
    output: returns<{ removed: boolean }>(),
    errors: staffChange,
  }),
  /** The newest first; of one person or about one thing when named. */
  'console.listAudit': action({
    access: managing,
    input: v.strictObject({ staffId: v.optional(id), subject: v.optional(id), cursor }),
    output: returns<{ entries: AuditEntry[]; cursor?: string }>(),
    errors: {},
  }),
  'console.getSettings': action({
    access: managing,
    input: v.strictObject({}),
    output: returns<SettingsView>(),
    errors: {},
  }),
  /** Changes one part; refused when somebody else changed the settings since they were read. */
  'console.changeSettings': action({
    access: owning,
    write: true,
    input: v.strictObject({
      version: v.pipe(v.number(), v.integer(), v.minValue(0)),
      change: settingsPart,
    }),
    output: returns<{ version: number }>(),
    errors: {
      SETTINGS_CHANGED: detail<{ version: number }>(),
      TEMPLATE_FIELD_UNKNOWN: detail<{ field: string }>(),
    },
  }),
  'console.listLayouts': action({
    access: managing,
    input: v.strictObject({}),
    output: returns<{ versions: LayoutVersion[] }>(),
    errors: {},
  }),
  'console.getLayout': action({
    access: managing,
    input: layoutId,
    output: returns<LayoutVersion & { blocks: LayoutBlock[] }>(),
    errors: { LAYOUT_NOT_FOUND: detail() },
  }),
  /** Keeps a draft; without an id a new one. `savedAt` is what it was when it was read. */
  'console.saveLayout': action({
    access: managing,
    write: true,
    input: v.strictObject({
      draft: v.optional(v.strictObject({ layoutId: id, savedAt })),
      blocks: layoutBlocks,
      note: text(60),
    }),
    output: returns<LayoutVersion>(),
    errors: layoutChange,
  }),
  'console.previewHome': action({
    access: managing,
    input: layoutId,
    output: returns<Home>(),
    errors: { LAYOUT_NOT_FOUND: detail() },
  }),
  'console.publishLayout': action({
    access: managing,
    write: true,
    input: v.strictObject({ layoutId: id, savedAt }),
    output: returns<LayoutVersion>(),
    errors: layoutChange,
  }),
  /** Publishes an earlier version again, as a new one. */
  'console.rollBackLayout': action({
    access: managing,
    write: true,
    input: layoutId,
    output: returns<LayoutVersion>(),
    errors: layoutChange,
  }),
} as const satisfies Contract
