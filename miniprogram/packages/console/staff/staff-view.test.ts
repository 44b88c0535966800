import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { toStaffView, toggled } from './staff-view'

const { desk, company } = messages['zh-CN']

test('people and invitations are told with their roles in words', () => {
  const view = toStaffView(
    {
      staff: [
        { id: 'a', name: '店主', roles: ['owner'], joinedAt: 0, isMe: true, canChange: true },
        {
          id: 'b',
          name: '小和',
          roles: ['clerk', 'packer'],
          joinedAt: 0,
          isMe: false,
          canChange: false,
        },
      ],
      invitations: [{ code: 'ABCDEFGH', name: '小段', roles: ['service'], expiresAt: 0 }],
      mayGive: ['clerk', 'packer'],
    },
    { desk, company },
  )
  expect(view.staff).toMatchObject([
    { roles: '店主', note: '我' },
    { roles: '店员 / 仓管', note: '1-1 加入' },
  ])
  expect(view.invitations).toMatchObject([{ roles: '客服', until: '1-1 8:00 前有效' }])
  expect(view.roles.map(({ label }) => label)).toEqual(['店员', '仓管'])
})

test('a tap gives a role and takes it again', () => {
  expect(toggled(['clerk'], 'packer')).toEqual(['clerk', 'packer'])
  expect(toggled(['clerk', 'packer'], 'clerk')).toEqual(['packer'])
})
