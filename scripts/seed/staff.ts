import type { StaffDocument } from '../../cloudfunctions/_kit/documents/member'

/** The demo company's staff by the name of their phone: one of each role. */
export const demoStaff: readonly (Omit<StaffDocument, '_id'> & { user: string })[] = [
  { user: 'owner', name: '店主', roles: ['owner'], joinedAt: Date.UTC(2025, 2, 1) },
  { user: 'manager', name: '店长', roles: ['manager'], joinedAt: Date.UTC(2025, 3, 12) },
  { user: 'clerk', name: '店员', roles: ['clerk'], joinedAt: Date.UTC(2025, 8, 3) },
  { user: 'staff', name: '仓管', roles: ['packer'], joinedAt: Date.UTC(2025, 9, 20) },
  { user: 'service', name: '客服', roles: ['service'], joinedAt: Date.UTC(2026, 0, 8) },
]
