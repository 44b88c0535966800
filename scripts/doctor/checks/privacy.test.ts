import { describe, expect, test } from '@jest/globals'
import { checkPrivacy, privacyApisIn, privacyFindings } from './privacy'

describe('what WeChat guards', () => {
  test.each([
    ['a call', 'wx.getLocation({}); wx.showToast({})', ['getLocation']],
    ['a call by its name', "wx['chooseMedia']({})", ['chooseMedia']],
    ['a call taken out first', 'const { chooseAddress, showToast } = wx', ['chooseAddress']],
    [
      'a button',
      '<button open-type="getPhoneNumber" /> <button open-type="share" />',
      ['getPhoneNumber'],
    ],
    [
      'a button of two kinds',
      `<button open-type="{{a ? 'chooseAvatar' : ''}}" />`,
      ['chooseAvatar'],
    ],
    ['an input', '<input class="a" type="nickname" />', ['nickname']],
    ['a component', '<camera /> <view class="camera" />', ['<camera>']],
    ['a permission asked for', "wx.authorize({ scope: 'scope.record' })", ['scope.record']],
  ])('is found in %s', (_what, source, found) => {
    expect(privacyApisIn(source)).toEqual(found)
  })

  const declared = { guide: { 手机号: 'to call' }, requiredPrivateInfos: [] }
  const levels = (...parameters: Parameters<typeof privacyFindings>) =>
    privacyFindings(...parameters).map(({ level, says }) => `${level}: ${says}`)

  test('is an error where it is used without being declared, in either place', () => {
    const found = levels(new Map([['getLocation', ['pages/a.ts']]]), declared)
    expect(found.slice(0, 2)).toEqual([
      'error: getLocation is used in pages/a.ts, and the privacy guide does not name 位置信息',
      'error: getLocation is not in requiredPrivateInfos',
    ])
  })

  test('is pointed out where it is declared without being used, in either place', () => {
    const found = levels(new Map(), { ...declared, requiredPrivateInfos: ['chooseAddress'] })
    expect(found.slice(0, 2)).toEqual([
      'warning: requiredPrivateInfos lists chooseAddress, which nothing calls',
      'warning: the guide names 手机号, which nothing uses',
    ])
  })

  test('is declared for every page of this mini program', async () => {
    const findings = await checkPrivacy()
    expect(findings.filter(({ level }) => level !== 'byHand')).toEqual([
      expect.objectContaining({ level: 'ok' }),
    ])
  })
})
