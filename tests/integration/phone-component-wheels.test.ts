import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { componentPage, type ComponentPage } from '../fixtures/component-harness/component-page'
import type { Tree } from '../fixtures/component-harness/harness-page'
import {
  startComponentHarness,
  type ComponentHarnessServer,
} from '../fixtures/component-harness/start-component-harness'

let harness: ComponentHarnessServer
let phone: ComponentPage

beforeAll(async () => {
  harness = await startComponentHarness()
  phone = componentPage(await harness.openPage())
})
afterAll(() => harness.close())
beforeEach(() => phone.reset())

describe('picker-view', () => {
  const items = (count: number): Tree[] =>
    Array.from({ length: count }, (_, index): Tree => ['view', {}, [`item ${index}`]])
  const wheels = (attributes: Record<string, unknown>): Tree => [
    'picker-view',
    { id: 'wheels', style: 'height:170px', ...attributes },
    [
      ['picker-view-column', { id: 'first' }, items(10)],
      ['picker-view-column', { id: 'second' }, items(5)],
    ],
  ]
  const tops = (): Promise<(number | undefined)[]> =>
    phone.page.evaluate(() =>
      ['first', 'second'].map((id) => document.getElementById(id)?.scrollTop),
    )

  test('stands at its value, with items as high as the indicator', async () => {
    await phone.mount(wheels({ value: [3, 9], indicatorStyle: 'height: 50px' }))
    expect((await phone.box('#first > wx-view:nth-child(4)')).height).toBe(50)
    expect(await tops()).toEqual([150, 200])
    const middle = await phone.box('#first > wx-view:nth-child(4)')
    expect(middle.y + middle.height / 2).toBeCloseTo(85)
  })

  test('a drag ends at an item and tells the value once it stands', async () => {
    await phone.mount(wheels({ value: [0, 0] }))
    await phone.dragAndHold([90, 120], [90, 60])
    expect(await phone.events('wheels', 'pickstart')).toHaveLength(1)
    expect(await phone.events('wheels', 'change')).toEqual([])
    // Held still, the wheel has no speed left when it is let go.
    await phone.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    await phone.page.mouse.move(90, 61, { steps: 12 })
    await phone.page.mouse.up()
    const [change] = (await phone.until('wheels', 'change')) as { value: number[] }[]
    expect(change?.value[1]).toBe(0)
    expect(change?.value[0]).toBeGreaterThanOrEqual(1)
    expect(await phone.events('wheels', 'pickend')).toHaveLength(1)
    expect((await tops())[0]).toBe((change?.value[0] ?? 0) * 34)
    expect(await phone.data('wheels', 'value')).toEqual(change?.value)
  })

  test('a tap on an item turns to it; immediate-change tells before it stands', async () => {
    await phone.mount(wheels({ value: [4, 0], immediateChange: true }))
    await phone.page.mouse.click(90, 85 + 34)
    expect(await phone.events('wheels', 'change')).toEqual([{ value: [5, 0] }])
    await phone.until('wheels', 'pickend')
    expect(await tops()).toEqual([170, 0])
  })

  test('a turn ends where it was going when the wheels are resized under it', async () => {
    await phone.mount(wheels({ value: [4, 0], immediateChange: true }))
    await phone.page.evaluate(() => {
      const view = document.getElementById('wheels') as HTMLElement
      const column = view.querySelector('wx-picker-view-column') as HTMLElement
      const { left, top, height } = column.getBoundingClientRect()
      const below = { clientX: left + 10, clientY: top + height / 2 + 34, bubbles: true }
      column.dispatchEvent(new MouseEvent('click', below))
      view.style.height = '238px'
    })
    await phone.until('wheels', 'pickend')
    expect(await phone.events('wheels', 'change')).toEqual([{ value: [5, 0] }])
    expect(await tops()).toEqual([170, 0])
  })

  test('fewer items take the choice back to the last one', async () => {
    await phone.mount(wheels({ value: [9, 4] }))
    await phone.page.evaluate(() => {
      for (const item of [...(document.getElementById('second')?.children ?? [])].slice(2)) {
        item.remove()
      }
    })
    await phone.page.waitForFunction(() => document.getElementById('second')?.scrollTop === 34)
  })
})

describe('picker', () => {
  const mount = (attributes: Record<string, unknown>): Promise<void> =>
    phone.mount(['picker', { id: 'picker', ...attributes }, [['text', { id: 'text' }, ['选择']]]])
  const columns = (): Promise<string[][]> =>
    phone.page
      .locator('.wx-picker-sheet-column')
      .evaluateAll((boxes) =>
        boxes.map((box) => [...box.children].map((item) => item.textContent ?? '')),
      )
  const chosen = (): Promise<(string | null)[]> =>
    phone.page
      .locator('.wx-picker-sheet-item[aria-selected="true"]')
      .evaluateAll((items) => items.map((item) => item.textContent))
  const turn = async (column: number, ...keys: string[]): Promise<void> => {
    const box = phone.page.locator('.wx-picker-sheet-column').nth(column)
    for (const key of keys) {
      const before = (await chosen())[column]
      await box.press(key)
      await phone.page.waitForFunction(
        ([place, old]) => {
          const items = document.querySelectorAll('.wx-picker-sheet-item[aria-selected="true"]')
          return items[place]?.textContent !== old
        },
        [column, before] as const,
      )
    }
  }
  const press = async (label: string): Promise<void> => {
    await phone.page.getByText(label, { exact: true }).click()
    await phone.page.locator('.wx-picker-sheet').waitFor({ state: 'detached' })
  }

  test('selector: opens by a tap, tells the index, or that it was cancelled', async () => {
    await mount({
      range: [{ name: '顺丰' }, { name: '京东' }, { name: '邮政' }],
      rangeKey: 'name',
      value: 1,
      headerText: '快递公司',
    })
    await phone.tap('#text')
    await phone.page.getByText('快递公司').waitFor()
    expect(await columns()).toEqual([['顺丰', '京东', '邮政']])
    expect(await chosen()).toEqual(['京东'])
    await turn(0, 'ArrowDown')
    await press('确定')
    expect(await phone.events('picker', 'change')).toEqual([{ value: 2 }])
    await phone.tap('#text')
    expect(await chosen()).toEqual(['邮政'])
    await press('取消')
    expect(await phone.events('picker', 'cancel')).toHaveLength(1)
  })

  test('multiSelector: each turn is told, and the page may change the next column', async () => {
    await mount({
      mode: 'multiSelector',
      range: [
        ['茶', '器'],
        ['绿茶', '红茶'],
      ],
      value: [0, 1],
    })
    await phone.page.evaluate(() => {
      window.components.answers['picker columnchange'] = () =>
        window.components.set('picker', {
          range: [
            ['茶', '器'],
            ['壶', '杯', '盏'],
          ],
          value: [1, 0],
        })
    })
    await phone.tap('#text')
    await turn(0, 'ArrowDown')
    expect(await phone.events('picker', 'columnchange')).toEqual([{ column: 0, value: 1 }])
    expect(await columns()).toEqual([
      ['茶', '器'],
      ['壶', '杯', '盏'],
    ])
    await press('确定')
    expect(await phone.events('picker', 'change')).toEqual([{ value: [1, 0] }])
  })

  test('date: stays between start and end and knows how long a month is', async () => {
    await mount({ mode: 'date', value: '2024-02-29', start: '2023-03-10', end: '2026-12-31' })
    await phone.tap('#text')
    expect(await chosen()).toEqual(['2024年', '2月', '29日'])
    await turn(0, 'ArrowUp')
    expect(await chosen()).toEqual(['2023年', '3月', '29日'])
    expect((await columns())[1]?.[0]).toBe('3月')
    expect((await columns())[2]?.[0]).toBe('10日')
    await press('确定')
    expect(await phone.events('picker', 'change')).toEqual([{ value: '2023-03-29' }])
  })

  test('date by month, without a value, begins at the month of the phone’s clock', async () => {
    await mount({ mode: 'date', fields: 'month' })
    await phone.tap('#text')
    expect(await chosen()).toEqual(['2026年', '3月'])
    await press('确定')
    expect(await phone.events('picker', 'change')).toEqual([{ value: '2026-03' }])
  })

  test('time: minutes are narrowed by the hour', async () => {
    await mount({ mode: 'time', value: '10:15', start: '09:30', end: '18:00' })
    await phone.tap('#text')
    await turn(0, 'ArrowUp')
    expect(await chosen()).toEqual(['09', '30'])
    await press('确定')
    expect(await phone.events('picker', 'change')).toEqual([{ value: '09:30' }])
  })

  test('region: province, city and county with their codes', async () => {
    await mount({ mode: 'region', value: ['浙江省', '杭州市', '西湖区'] })
    await phone.tap('#text')
    expect(await chosen()).toEqual(['浙江省', '杭州市', '西湖区'])
    expect((await columns()).map((column) => column.length)).toEqual([34, 11, 13])
    await turn(1, 'ArrowDown')
    expect(await chosen()).toEqual(['浙江省', '宁波市', '海曙区'])
    await press('确定')
    expect(await phone.events('picker', 'change')).toEqual([
      { value: ['浙江省', '宁波市', '海曙区'], code: ['330000', '330200', '330203'] },
    ])
  })

  test('region with an item for all, up to the city', async () => {
    await mount({ mode: 'region', level: 'city', customItem: '全部' })
    await phone.tap('#text')
    expect(await columns()).toEqual([
      expect.arrayContaining(['全部', '北京市', '台湾省']),
      ['全部'],
    ])
    await press('确定')
    expect(await phone.events('picker', 'change')).toEqual([{ value: ['全部', '全部'], code: [] }])
  })

  test('the wheel turns by a drag and stays closed while disabled', async () => {
    await mount({ range: Array.from({ length: 30 }, (_, index) => String(index)) })
    await phone.tap('#text')
    await phone.page.locator('.wx-picker-sheet[data-open]').waitFor()
    await phone.page.waitForFunction(() => {
      const panel = document.querySelector('.wx-picker-sheet-panel')
      return panel && panel.getBoundingClientRect().bottom === window.innerHeight
    })
    await phone.drag([180, 600], [180, 420])
    await phone.page.waitForFunction(() => {
      const column = document.querySelector('.wx-picker-sheet-column')
      return column && column.scrollTop >= 168 && column.scrollTop % 56 === 0
    })
    await press('确定')
    const [change] = (await phone.events('picker', 'change')) as { value: number }[]
    expect(change?.value).toBeGreaterThanOrEqual(3)
    await phone.set('picker', { disabled: true })
    await phone.tap('#text')
    expect(await phone.page.locator('.wx-picker-sheet').count()).toBe(0)
  })

  test('leaving the page closes the sheet', async () => {
    await mount({ range: ['a'] })
    await phone.tap('#text')
    await phone.page.locator('.wx-picker-sheet').waitFor()
    await phone.mount()
    await phone.page.locator('.wx-picker-sheet').waitFor({ state: 'detached' })
  })
})
