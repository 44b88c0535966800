import { beforeEach, describe, expect, test } from '@jest/globals'
import { Refusal } from '../fixtures/wx-harness/start-wx-harness'
import { button, call, harness, openPhoneForEachTest, phone } from '../fixtures/wx-harness/wx-phone'

openPhoneForEachTest()

describe('what WeChat keeps for the user', () => {
  test('an address is chosen', async () => {
    const chosen = call('chooseAddress')
    await phone.getByText('何女士').click()
    expect(await chosen).toEqual({
      errMsg: 'chooseAddress:ok',
      userName: '何女士',
      telNumber: '13800000027',
      provinceName: '浙江省',
      cityName: '杭州市',
      countyName: '临安区',
      nationalCode: '330112',
      streetName: '云山镇',
      detailInfo: '云山镇松树坡路 12 号 3 栋',
      detailInfoNew: '松树坡路 12 号 3 栋',
      postalCode: '311300',
    })
  })

  test('an address is added, with its district, and stays', async () => {
    const chosen = call('chooseAddress')
    await button('新增地址').click()
    await button('保存').click()
    await phone.getByText('请填写收货人').waitFor()
    await phone.getByLabel('收货人').fill('周清和')
    await phone.getByLabel('手机号码').fill('13800000099')
    await phone.getByLabel('省', { exact: true }).selectOption({ label: '北京市' })
    await phone.getByLabel('区县').selectOption({ label: '海淀区' })
    await phone.getByLabel('详细地址').fill('松林里 3 号')
    await button('保存').click()
    await phone.getByText('北京市 海淀区 松林里 3 号').click()
    expect(await chosen).toMatchObject({ userName: '周清和', nationalCode: '110108' })
    await phone.reload()
    const again = call('chooseAddress')
    await phone.getByText('周清和').waitFor()
    await phone.keyboard.press('Escape')
    expect(await again).toEqual({ errMsg: 'chooseAddress:fail cancel' })
  })

  test('an invoice title is chosen', async () => {
    const chosen = call('chooseInvoiceTitle')
    await phone.getByText('松风设计工作室（样例）').click()
    expect(await chosen).toMatchObject({ type: '0', taxNumber: '91330100MA0000000X' })
  })

  test('a place is picked on the map', async () => {
    const chosen = call('chooseLocation')
    await phone.getByPlaceholder('搜索地点').fill('茶厂')
    await phone.getByRole('radio', { name: '老茶厂' }).click()
    await button('确定').click()
    expect(await chosen).toEqual({
      errMsg: 'chooseLocation:ok',
      name: '老茶厂',
      address: '云山镇茶厂路 36 号',
      latitude: 30.2287,
      longitude: 119.7198,
    })
  })

  test('a code is scanned', async () => {
    const scanned = call('scanCode')
    await phone.getByPlaceholder('粘贴或输入码里的内容').fill('6901234567892')
    await button('扫这个码').click()
    expect(await scanned).toMatchObject({ result: '6901234567892', scanType: 'EAN_13' })
  })

  test('a call is confirmed or not', async () => {
    const made = call('makePhoneCall', { phoneNumber: '10086' })
    await button('呼叫 10086').click()
    expect(await made).toEqual({ errMsg: 'makePhoneCall:ok' })
    const left = call('makePhoneCall', { phoneNumber: '10086' })
    await button('取消').click()
    expect(await left).toEqual({ errMsg: 'makePhoneCall:fail cancel' })
  })
})

describe('sharing', () => {
  const share = () =>
    phone.evaluate(() => {
      const page = window.harness.host.currentPage()
      Object.assign(page?.instance ?? {}, {
        onShareAppMessage: ({ from }: { from: string }) => ({
          title: `来自${from}`,
          path: '/pages/detail/detail?id=7',
        }),
      })
      window.harness.fire('menu', null)
    })
  beforeEach(() => harness.answer('GET /local/users', () => [{ name: 'he' }, { name: 'lin' }]))

  test('the menu asks the page and sends its card to another phone', async () => {
    await share()
    await button('转发给朋友').click()
    await phone.getByText('来自menu').waitFor()
    await button('发送').click()
    expect(await phone.evaluate(() => window.harness.sent)).toContainEqual({
      event: 'openLocalPhone',
      value: { user: 'lin', path: 'pages/detail/detail?id=7', scene: 1007 },
    })
  })

  test('a page without a handler, or with its menu hidden, cannot be shared', async () => {
    await phone.evaluate(() => window.harness.fire('menu', null))
    expect(await phone.getByRole('button', { name: '转发给朋友' }).isDisabled()).toBe(true)
    await phone.keyboard.press('Escape')
    await phone.getByRole('button', { name: '转发给朋友' }).waitFor({ state: 'detached' })
    await call('hideShareMenu')
    await share()
    expect(await phone.getByRole('button', { name: '转发给朋友' }).isDisabled()).toBe(true)
  })
})

describe('service notifications', () => {
  const message = {
    id: 'message-1',
    at: Date.UTC(2026, 2, 18, 1, 40),
    kind: 'subscribe',
    title: '订单发货提醒',
    page: 'pages/detail/detail?id=9',
    fields: [{ key: 'thing1', label: '快递公司', value: '云山速运' }],
  }
  const entered = { event: 'enter', value: { path: message.page, scene: 1014 } }

  test('one drops in and leads to its page', async () => {
    await phone.evaluate((value) => window.harness.fire('cloud', value), {
      type: 'inbox',
      message,
    })
    await phone.getByText('云山速运').click()
    expect(await phone.evaluate(() => window.harness.sent)).toContainEqual(entered)
    expect(await phone.getByText('云山速运').count()).toBe(0)
  })

  test('the list shows what arrived', async () => {
    harness.answer('GET /local/inbox/he', () => [message])
    await phone.evaluate(() => window.harness.fire('menu', null))
    await button('服务通知').click()
    await phone.getByText('快递公司').waitFor()
    await phone.getByText('进入小程序查看').click()
    expect(await phone.evaluate(() => window.harness.sent)).toContainEqual(entered)
  })

  test('a failure to fetch is told, not hidden', async () => {
    harness.answer('GET /local/inbox/he', () => new Refusal(500, '读不到'))
    await phone.evaluate(() => window.harness.fire('menu', null))
    await button('服务通知').click()
    await phone.getByText('没有取到通知：读不到').waitFor()
  })
})

describe('open-type', () => {
  /** Taps a button of this type and collects what the page would get. */
  const tap = (type: string, data: Record<string, unknown> = {}) =>
    phone.evaluate(
      ([kind, given]) => {
        const answers: unknown[] = []
        Object.assign(window, { answers })
        window.harness.fire('openType', {
          type: kind,
          button: { data: given, element: document.body, resolveResource: (src: string) => src },
          reply: (detail: unknown) => answers.push(detail),
          fail: () => undefined,
        })
      },
      [type, data] as const,
    )
  const answers = () => phone.evaluate(() => (window as unknown as { answers: unknown[] }).answers)

  test('getPhoneNumber hands over a code only when the user allows it', async () => {
    harness.answer('POST /local/phone-number', () => ({
      code: 'code-1',
      cloudID: 'cloud-1',
      phoneNumber: '11012345678',
    }))
    await tap('getPhoneNumber')
    await phone.getByText('110****5678').waitFor()
    await button('不允许').click()
    expect(await answers()).toEqual([{ errMsg: 'getPhoneNumber:fail user deny' }])
    await tap('getPhoneNumber')
    await button('允许').click()
    expect(await answers()).toMatchObject([{ errMsg: 'getPhoneNumber:ok', code: 'code-1' }])
  })

  test('chooseAvatar gives a temporary file', async () => {
    await tap('chooseAvatar')
    await button('用微信头像').click()
    await phone.waitForFunction(() => (window as unknown as { answers: unknown[] }).answers.length)
    const [answer] = (await answers()) as { avatarUrl: string }[]
    const info = await call('getImageInfo', { src: answer?.avatarUrl })
    expect(info).toMatchObject({ width: 640, height: 640, type: 'jpeg' })
  })

  test('contact talks to the company’s function', async () => {
    harness.answer('POST /local/customer-service', () => ({ delivered: true }))
    await tap('contact', { sessionFrom: 'order-7' })
    await phone.getByLabel('消息', { exact: true }).fill('在吗')
    await phone.keyboard.press('Enter')
    await phone.getByText('在吗').waitFor()
    expect(harness.requests.map(({ body }) => body)).toEqual([
      { user: 'he', sessionFrom: 'order-7' },
      { user: 'he', text: '在吗' },
    ])
  })
})

describe('native actions for a test driver', () => {
  const act = (name: string) =>
    phone.evaluate((action) => {
      try {
        window.harness.native[action as 'confirmModal']()
        return 'done'
      } catch (error) {
        return (error as Error).message
      }
    }, name)

  test('confirm a dialog, allow a permission, close the cashier', async () => {
    const modal = call('showModal', { title: '确定吗' })
    await phone.getByText('确定吗').waitFor()
    expect(await act('confirmModal')).toBe('done')
    expect(await modal).toMatchObject({ confirm: true })

    const allowed = call('authorize', { scope: 'scope.camera' })
    await phone.getByText('使用你的摄像头').waitFor()
    await act('authorizeAllow')
    expect(await allowed).toEqual({ errMsg: 'authorize:ok' })
  })

  test('fail when there is nothing to act on', async () => {
    expect(await act('shareConfirm')).toBe('shareConfirm: no dialog that knows it is open')
  })
})

test('surfaces follow the theme of the phone', async () => {
  const theme = () => phone.locator('.wxs').getAttribute('data-theme')
  expect(await theme()).toBe('light')
  await phone.evaluate(() => window.harness.host.changeDevice({ theme: 'dark' }))
  expect(await theme()).toBe('dark')
})
