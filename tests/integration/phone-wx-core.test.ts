import { beforeEach, describe, expect, test } from '@jest/globals'
import { Refusal } from '../fixtures/wx-harness/start-wx-harness'
import { call, harness, openPhoneForEachTest, phone } from '../fixtures/wx-harness/wx-phone'

openPhoneForEachTest()

describe('calling convention', () => {
  test('without callbacks an API returns a promise', async () => {
    expect(await call('setStorage', { key: 'a', data: 1 })).toEqual({ errMsg: 'setStorage:ok' })
  })

  test('with callbacks it calls them later, in order, and returns nothing', async () => {
    const order = await phone.evaluate(
      () =>
        new Promise((resolve) => {
          const seen: string[] = []
          const returned = (window.wx.getStorage as (options: unknown) => unknown)({
            key: 'missing',
            success: () => seen.push('success'),
            fail: (error: { errMsg: string }) => seen.push(error.errMsg),
            complete: () => resolve([...seen, 'complete']),
          })
          seen.push(`returned ${String(returned)}`)
        }),
    )
    expect(order).toEqual(['returned undefined', 'getStorage:fail data not found', 'complete'])
  })

  test('wrong options fail with the words and the number of the base library', async () => {
    expect(await call('navigateTo', {})).toEqual({
      errMsg:
        'navigateTo:fail parameter error: parameter.url should be String instead of Undefined;',
      errno: 1001,
    })
    expect(await call('showToast', { title: 7, duration: null })).toMatchObject({
      errMsg:
        'showToast:fail parameter error: parameter.title should be String instead of Number;' +
        'parameter.duration should be Number instead of Null;',
    })
    expect(await call('navigateTo')).toMatchObject({
      errMsg: 'navigateTo:fail parameter error: parameter should be Object instead of Undefined;',
    })
  })

  test('a sync API throws', async () => {
    const thrown = await phone.evaluate(() => {
      try {
        return String((window.wx.setStorageSync as (key: unknown) => void)(undefined))
      } catch (error) {
        return (error as Error).message
      }
    })
    expect(thrown).toBe(
      'setStorageSync:fail parameter error: parameter should be String instead of Undefined;',
    )
  })

  test('an exception in a callback is reported and the next callback still runs', async () => {
    const reports = await phone.evaluate(
      () =>
        new Promise((resolve) => {
          ;(window.wx.clearStorage as (options: unknown) => void)({
            success: () => {
              throw new Error('mine')
            },
            complete: () => resolve(window.harness.reports),
          })
        }),
    )
    expect(reports).toEqual([{ message: 'mine', where: 'success callback of wx.clearStorage' }])
  })
})

describe('navigation', () => {
  test('goes where it is told and gives an event channel', async () => {
    const result = await call('navigateTo', { url: '/pages/detail/detail?id=7' })
    expect(result).toMatchObject({ errMsg: 'navigateTo:ok', eventChannel: {} })
    expect(await phone.evaluate(() => window.harness.host.currentPage()?.query)).toEqual({
      id: '7',
    })
    expect(await call('navigateBack')).toEqual({ errMsg: 'navigateBack:ok' })
    expect(await call('navigateBack')).toEqual({
      errMsg: 'navigateBack:fail cannot navigate back at first page',
    })
  })

  test('passes on the reason of the navigator', async () => {
    expect(await call('navigateTo', { url: '/pages/nowhere' })).toEqual({
      errMsg: 'navigateTo:fail page "pages/nowhere" is not found',
    })
    expect(await call('navigateTo', { url: '/pages/me/me' })).toEqual({
      errMsg: 'navigateTo:fail can not navigateTo a tabbar page',
    })
  })

  test('takes a loading away with its page', async () => {
    await call('showLoading', { title: '在算价' })
    await phone.getByText('在算价').waitFor()
    await call('navigateTo', { url: '/pages/detail/detail' })
    expect(await phone.getByText('在算价').count()).toBe(0)
    expect(await call('hideLoading')).toEqual({
      errMsg: "hideLoading:fail toast can't be found",
    })
  })

  test('changes the bar of the current page and refuses colours WeChat refuses', async () => {
    await call('setNavigationBarTitle', { title: '订单' })
    expect(await phone.evaluate(() => window.harness.bars)).toEqual([{ title: '订单' }])
    expect(
      await call('setNavigationBarColor', { frontColor: 'white', backgroundColor: '#fff' }),
    ).toEqual({ errMsg: 'setNavigationBarColor:fail invalid frontColor "white"' })
  })
})

describe('storage', () => {
  test('keeps types', async () => {
    const values = await phone.evaluate(() => {
      const set = window.wx.setStorageSync as (key: string, value: unknown) => void
      const get = window.wx.getStorageSync as (key: string) => unknown
      const given = { a: 1, b: 'x', c: true, d: null, e: [1, { f: 2 }], g: { h: 'i' } }
      Object.entries(given).forEach(([key, value]) => set(key, value))
      set('date', new Date(5))
      const date = get('date')
      return {
        same: JSON.stringify(Object.keys(given).map(get)) === JSON.stringify(Object.values(given)),
        date: date instanceof Date && date.getTime(),
        missing: get('nothing'),
      }
    })
    expect(values).toEqual({ same: true, date: 5, missing: '' })
  })

  test('refuses an entry over 1 MB and keeps the old value', async () => {
    await call('setStorage', { key: 'big', data: 'small' })
    const outcome = await phone.evaluate(() =>
      (window.wx.setStorage as (options: unknown) => Promise<unknown>)({
        key: 'big',
        data: 'x'.repeat(1024 * 1024),
      }).catch((error: unknown) => error),
    )
    expect(outcome).toEqual({ errMsg: 'setStorage:fail entry size limit reached' })
    expect(await call('getStorage', { key: 'big' })).toMatchObject({ data: 'small' })
  })

  test('belongs to one user and survives a reload', async () => {
    await call('setStorage', { key: 'name', data: 'he' })
    const address = new URL(phone.url())
    address.searchParams.set('user', 'lin')
    await phone.goto(address.href)
    expect(await call('getStorage', { key: 'name' })).toEqual({
      errMsg: 'getStorage:fail data not found',
    })
    expect(await call('getStorageInfo')).toMatchObject({ keys: [], limitSize: 10240 })
    address.searchParams.set('user', 'he')
    await phone.goto(address.href)
    expect(await call('getStorage', { key: 'name' })).toMatchObject({ data: 'he' })
  })

  test('reads and writes in batches and keeps encrypted values apart', async () => {
    await call('batchSetStorage', {
      kvList: [
        { key: 'a', value: 1 },
        { key: 'b', value: 2 },
      ],
    })
    expect(await call('batchGetStorage', { keyList: ['b', 'a', 'c'] })).toMatchObject({
      dataList: [2, 1, ''],
    })
    await call('setStorage', { key: 'pin', data: 'x', encrypt: true })
    expect(await call('getStorage', { key: 'pin' })).toMatchObject({
      errMsg: 'getStorage:fail data not found',
    })
    expect(await call('getStorage', { key: 'pin', encrypt: true })).toMatchObject({ data: 'x' })
  })
})

describe('cloud.callFunction', () => {
  test('needs init', async () => {
    expect(await call('cloud.callFunction', { name: 'order' })).toMatchObject({
      errCode: -1,
      errMsg: expect.stringContaining('please call wx.cloud.init first'),
      isError: true,
    })
  })

  test('calls the function as this user and returns its result', async () => {
    harness.answer('POST /local/invoke/order', (body) => ({
      result: body,
      errMsg: 'cloud.callFunction:ok',
      requestID: 'r1',
    }))
    await phone.evaluate(() => (window.wx.cloud as { init(): void }).init())
    expect(await call('cloud.callFunction', { name: 'order', data: { a: 1 } })).toEqual({
      result: { user: 'he', data: { a: 1 } },
      errMsg: 'cloud.callFunction:ok',
      requestID: 'r1',
    })
  })

  test('fails as an Error with the code of the service', async () => {
    harness.answer('POST /local/invoke/order', () => ({
      errCode: -504003,
      errMsg: 'cloud.callFunction:fail Error: errCode: -504003 timeout',
    }))
    await phone.evaluate(() => (window.wx.cloud as { init(): void }).init())
    expect(await call('cloud.callFunction', { name: 'order' })).toMatchObject({
      errCode: -504003,
      errMsg: 'cloud.callFunction:fail Error: errCode: -504003 timeout',
      isError: true,
    })
  })

  test('fails offline without asking anyone', async () => {
    await phone.evaluate(() => {
      ;(window.wx.cloud as { init(): void }).init()
      window.harness.host.changeDevice({ networkType: 'none' })
    })
    expect(await call('cloud.callFunction', { name: 'order' })).toMatchObject({
      errCode: -1,
      errMsg: expect.stringMatching(/^cloud\.callFunction:fail Error: errCode: -1 .*network/),
    })
    expect(harness.requests).toEqual([])
  })
})

describe('requestPayment', () => {
  const payment = {
    timeStamp: '1',
    nonceStr: 'n',
    package: 'prepay_id=wx1',
    signType: 'MD5',
    paySign: 's',
  }
  beforeEach(() => {
    harness.answer('GET /local/pay/prepay/wx1', () => ({
      outTradeNo: 'T1',
      totalFee: 36700,
      body: '云山',
      state: 'NOTPAY',
    }))
    harness.answer('GET /local/pay/T1', () => ({ openid: 'oHarness' }))
    harness.answer('POST /local/pay/T1', () => ({ state: 'SUCCESS' }))
  })

  test('pays through the cashier', async () => {
    const paid = call('requestPayment', payment)
    await phone.getByText('367').waitFor()
    await phone.getByText('本地模拟').waitFor()
    await phone.getByText('确认付款').click()
    expect(await paid).toEqual({ errMsg: 'requestPayment:ok' })
    expect(harness.requests.at(-1)).toEqual({
      route: 'POST /local/pay/T1',
      body: { outcome: 'paid', payer: 'he' },
    })
  })

  test.each([
    ['取消', { errMsg: 'requestPayment:fail cancel' }, { outcome: 'cancel', payer: 'he' }],
    ['余额不足', { errMsg: 'requestPayment:fail 余额不足' }, { outcome: 'fail', payer: 'he' }],
  ])('%s fails as in WeChat', async (button, outcome, body) => {
    const paid = call('requestPayment', payment)
    await phone.getByRole('button', { name: button, exact: true }).click()
    expect(await paid).toEqual(outcome)
    expect(harness.requests.at(-1)?.body).toEqual(body)
  })

  test('Escape cancels', async () => {
    const paid = call('requestPayment', payment)
    await phone.getByText('确认付款').waitFor()
    await phone.keyboard.press('Escape')
    expect(await paid).toEqual({ errMsg: 'requestPayment:fail cancel' })
  })

  test.each([
    [{ state: 'SUCCESS' }, '该订单已支付'],
    [{ state: 'CLOSED' }, '订单已关闭'],
  ])('%j is refused before the cashier opens', async (order, reason) => {
    harness.answer('GET /local/pay/prepay/wx1', () => ({
      outTradeNo: 'T1',
      totalFee: 1,
      body: '云山',
      ...order,
    }))
    expect(await call('requestPayment', payment)).toEqual({
      errMsg: `requestPayment:fail ${reason}`,
    })
  })

  test('nobody pays with an order that was made for someone else', async () => {
    harness.answer('GET /local/pay/T1', () => ({ openid: 'oOther' }))
    expect(await call('requestPayment', payment)).toEqual({
      errMsg: 'requestPayment:fail 下单账号与支付账号不一致，请核实后再支付',
    })
  })

  test('an unknown prepay id never opens the cashier', async () => {
    harness.answer('GET /local/pay/prepay/wx1', () => new Refusal(404, 'prepay_id not found'))
    expect(await call('requestPayment', payment)).toEqual({
      errMsg: 'requestPayment:fail prepay_id not found',
    })
  })

  test('a payment that the cashier refuses stays open and says why', async () => {
    harness.answer('POST /local/pay/T1', () => new Refusal(409, '下单账号与支付账号不一致'))
    const paid = call('requestPayment', payment)
    await phone.getByText('确认付款').click()
    await phone.getByText('下单账号与支付账号不一致').waitFor()
    harness.answer('POST /local/pay/T1', () => ({ state: 'SUCCESS' }))
    await phone.getByText('确认付款').click()
    expect(await paid).toEqual({ errMsg: 'requestPayment:ok' })
  })
})
