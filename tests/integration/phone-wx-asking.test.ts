import { beforeEach, describe, expect, test } from '@jest/globals'
import { button, call, harness, openPhoneForEachTest, phone } from '../fixtures/wx-harness/wx-phone'

openPhoneForEachTest()

const openLayers = () => phone.locator('[data-surface]').count()

describe('prompts', () => {
  test('a dialog answers with the button and what was typed', async () => {
    const answer = call('showModal', { title: '备注', editable: true, placeholderText: '口味' })
    await phone.getByPlaceholder('口味').fill('少冰')
    await button('确定').click()
    expect(await answer).toEqual({
      confirm: true,
      cancel: false,
      content: '少冰',
      errMsg: 'showModal:ok',
    })
    expect(await openLayers()).toBe(0)
  })

  test('Escape cancels a dialog, and the keyboard stays inside it', async () => {
    const answer = call('showModal', { title: '删除？', content: '不能撤销' })
    await phone.getByText('不能撤销').waitFor()
    const focused = () => phone.evaluate(() => document.activeElement?.textContent)
    expect(await focused()).toBe('确定')
    await phone.keyboard.press('Tab')
    expect(await focused()).toBe('取消')
    await phone.keyboard.press('Escape')
    expect(await answer).toMatchObject({ confirm: false, cancel: true })
  })

  test('button texts longer than four Han are refused', async () => {
    expect(await call('showModal', { title: 'x', confirmText: '立即确认付款' })).toEqual({
      errMsg: 'showModal:fail confirmText length should not larger than 4 Chinese characters',
    })
  })

  test('an action sheet gives the index, and fails when it is closed', async () => {
    const chosen = call('showActionSheet', { itemList: ['甲', '乙'] })
    await button('乙').click()
    expect(await chosen).toEqual({ tapIndex: 1, errMsg: 'showActionSheet:ok' })
    const closed = call('showActionSheet', { itemList: ['甲'] })
    await button('取消').click()
    expect(await closed).toEqual({ errMsg: 'showActionSheet:fail cancel' })
    expect(await call('showActionSheet', { itemList: [1] })).toMatchObject({
      errMsg:
        'showActionSheet:fail parameter error: parameter.itemList[0] should be String instead of Number;',
    })
  })

  test('a toast goes by itself and a new one replaces it', async () => {
    await call('showLoading', { title: '在算' })
    await call('showToast', { title: '好了', duration: 400 })
    expect(await phone.getByText('在算').count()).toBe(0)
    await phone.getByText('好了').waitFor({ state: 'detached' })
  })
})

describe('permissions', () => {
  test('asks once, remembers the refusal, and the settings page takes it back', async () => {
    const refused = call('getLocation')
    await phone.getByText('获取你的位置信息').waitFor()
    await button('拒绝').click()
    expect(await refused).toEqual({ errMsg: 'getLocation:fail auth deny', errno: 103 })
    expect(await call('getLocation')).toMatchObject({ errMsg: 'getLocation:fail auth deny' })

    expect(await call('openSetting')).toEqual({
      errMsg: 'openSetting:fail can only be invoked by user TAP gesture.',
    })
    await phone.evaluate(() => (window.harness.gesture = true))
    const settings = call('openSetting')
    await phone.getByRole('switch', { name: '获取你的位置信息' }).click()
    await button('返回').click()
    expect(await settings).toMatchObject({ authSetting: { 'scope.userLocation': true } })
    expect(await call('getLocation')).toMatchObject({ errMsg: 'getLocation:ok', accuracy: 15 })
  })

  test('an undeclared location API fails in WeChat’s words', async () => {
    expect(await call('getFuzzyLocation')).toEqual({
      errMsg:
        'getFuzzyLocation:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
      errno: 112,
    })
  })
})

describe('privacy', () => {
  beforeEach(() =>
    phone.evaluate(() => {
      window.harness.host.appConfig.__usePrivacyCheck__ = true
    }),
  )

  test('WeChat asks when the page does not; a refusal is errno 104', async () => {
    const refused = call('chooseAddress')
    await phone.getByText('用户隐私保护提示').waitFor()
    await button('拒绝').click()
    expect(await refused).toEqual({
      errMsg: 'chooseAddress:fail privacy permission is not authorized',
      errno: 104,
    })
    expect(await call('getPrivacySetting')).toMatchObject({
      needAuthorization: true,
      privacyContractName: '《云山小程序隐私保护指引》',
    })
  })

  test('a page that asks itself is heard, and agreeing is remembered', async () => {
    await phone.evaluate(() => {
      const listen = window.wx.onNeedPrivacyAuthorization as (listener: unknown) => void
      listen((resolve: (answer: unknown) => void, { referrer }: { referrer: string }) =>
        resolve({ event: referrer === 'requirePrivacyAuthorize' ? 'agree' : 'disagree' }),
      )
    })
    expect(await call('requirePrivacyAuthorize')).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' })
    expect(await call('getPrivacySetting')).toMatchObject({ needAuthorization: false })
  })
})

describe('requestSubscribeMessage', () => {
  const templates = [
    { id: 'paid', title: '订单支付成功通知', kind: 'one-time', fields: {} },
    { id: 'shipped', title: '订单发货提醒', kind: 'one-time', fields: {} },
    { id: 'news', title: '新品', kind: 'long-term', fields: {} },
  ]
  beforeEach(async () => {
    harness.answer('GET /local/subscribe/templates', () => templates)
    harness.answer('POST /local/subscribe', () => ({ credits: {} }))
    await phone.evaluate(() => (window.harness.gesture = true))
  })

  test('each template is taken or left, and the local cloud hears it', async () => {
    const answer = call('requestSubscribeMessage', { tmplIds: ['paid', 'shipped'] })
    await phone.getByRole('checkbox', { name: '订单发货提醒' }).click()
    await button('允许').click()
    const results = { paid: 'accept', shipped: 'reject' }
    expect(await answer).toEqual({ ...results, errMsg: 'requestSubscribeMessage:ok' })
    expect(harness.requests.at(-1)).toEqual({
      route: 'POST /local/subscribe',
      body: { user: 'he', results },
    })
  })

  test('a choice that is kept is not asked again', async () => {
    const first = call('requestSubscribeMessage', { tmplIds: ['paid'] })
    await phone.getByRole('checkbox', { name: '总是保持以上选择，不再询问' }).click()
    await button('取消').click()
    expect(await first).toMatchObject({ paid: 'reject' })
    expect(await call('requestSubscribeMessage', { tmplIds: ['paid'] })).toMatchObject({
      paid: 'reject',
    })
    expect(await call('getSetting', { withSubscriptions: true })).toMatchObject({
      subscriptionsSetting: { mainSwitch: true, itemSettings: { paid: 'reject' } },
    })
  })

  test.each([
    [[], 10001, "TmplIds can't be empty"],
    [[7], 10004, 'Invalid template id'],
    [['nowhere'], 20001, 'No template data return, verify the template id exist'],
    [['paid', 'news'], 20002, 'Templates type must be same'],
    [['a', 'b', 'c', 'd'], 20003, 'Templates count out of max bounds'],
  ])('%j fails with %d', async (tmplIds, errCode, reason) => {
    expect(await call('requestSubscribeMessage', { tmplIds })).toEqual({
      errMsg: `requestSubscribeMessage:fail ${reason}`,
      errCode,
    })
  })

  test('needs a tap, or once the end of a payment', async () => {
    const refused = {
      errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
    }
    await phone.evaluate(() => (window.harness.gesture = false))
    expect(await call('requestSubscribeMessage', { tmplIds: ['paid'] })).toEqual(refused)

    harness.answer('GET /local/pay/prepay/p', () => ({
      outTradeNo: 'T',
      totalFee: 1,
      body: '茶',
      state: 'NOTPAY',
    }))
    harness.answer('GET /local/pay/T', () => ({ openid: 'oHarness' }))
    harness.answer('POST /local/pay/T', () => ({}))
    const paid = call('requestPayment', {
      timeStamp: '1',
      nonceStr: 'n',
      package: 'prepay_id=p',
      paySign: 's',
    })
    await phone.getByText('确认付款').click()
    await paid
    const allowed = call('requestSubscribeMessage', { tmplIds: ['paid'] })
    await button('允许').click()
    expect(await allowed).toMatchObject({ paid: 'accept' })
    expect(await call('requestSubscribeMessage', { tmplIds: ['paid'] })).toEqual(refused)
  })
})
