import { describe, expect, test } from '@jest/globals'
import { call, openPhoneForEachTest, phone } from '../fixtures/wx-harness/wx-phone'

openPhoneForEachTest()

describe('nodes and animations', () => {
  /** Makes the page in front answer queries as the component framework would. */
  const drawPage = () =>
    phone.evaluate(() => {
      const page = window.harness.host.currentPage()
      const body = page?.window.document.body
      if (!page || !body) throw new Error('no page')
      body.innerHTML =
        '<p id="price" style="margin:0;height:40px;width:100px;color:rgb(1,2,3)"></p>' +
        '<div style="height:3000px"></div><p id="far" style="height:10px"></p>'
      const elementOf = (node: Element) => ({
        $$: node,
        id: node.id,
        dataset: { sku: node.id },
        data: { hidden: false },
        getBoundingClientRect: (give: (rect: DOMRect) => void) =>
          give(node.getBoundingClientRect()),
      })
      Object.assign(page.instance, {
        _$: {
          getShadowRoot: () => ({
            querySelectorAll: (selector: string) =>
              [...body.querySelectorAll(selector)].map(elementOf),
          }),
        },
      })
    })

  test('a query reads places, styles, properties and the viewport', async () => {
    await drawPage()
    const results = await phone.evaluate(
      () =>
        new Promise((resolve) => {
          interface Query {
            select(selector: string): { fields(fields: object): Query; boundingClientRect(): Query }
            selectViewport(): { boundingClientRect(): Query }
            exec(callback: (results: unknown) => void): void
          }
          const query = (window.wx.createSelectorQuery as () => Query)()
          query.select('#price').boundingClientRect()
          query.select('#price').fields({ computedStyle: ['color'], properties: ['hidden'] })
          query.select('#nowhere').boundingClientRect()
          query.selectViewport().boundingClientRect()
          query.exec(resolve)
        }),
    )
    expect(results).toEqual([
      expect.objectContaining({ id: 'price', dataset: { sku: 'price' }, width: 100, height: 40 }),
      { color: 'rgb(1, 2, 3)', hidden: false },
      null,
      expect.objectContaining({ width: 375, height: 724, top: 0 }),
    ])
  })

  test('an observer tells when a node comes into view', async () => {
    await drawPage()
    await phone.evaluate(() => {
      const seen: number[] = []
      Object.assign(window, { seen })
      interface Observer {
        relativeToViewport(): Observer
        observe(selector: string, listener: (result: { intersectionRatio: number }) => void): void
      }
      const observer = (window.wx.createIntersectionObserver as () => Observer)()
      observer
        .relativeToViewport()
        .observe('#far', ({ intersectionRatio }) => seen.push(intersectionRatio))
    })
    await call('pageScrollTo', { selector: '#far', duration: 0 })
    await phone.waitForFunction(() =>
      (window as unknown as { seen: number[] }).seen.some((ratio) => ratio > 0),
    )
  })

  test('an animation exports its steps and starts anew', async () => {
    const exported = await phone.evaluate(() => {
      interface Animation {
        translateX(value: number): Animation
        opacity(value: number): Animation
        step(options?: object): Animation
        export(): unknown
      }
      const create = window.wx.createAnimation as (options: object) => Animation
      const animation = create({ duration: 200, timingFunction: 'ease-out' })
      animation.translateX(40).opacity(0.5).step().translateX(0).step({ duration: 100 })
      return [animation.export(), animation.export()]
    })
    const transition = { timingFunction: 'ease-out', delay: 0 }
    const opacity = { type: 'style', args: ['opacity', 0.5] }
    expect(exported).toEqual([
      {
        actions: [
          {
            animates: [{ type: 'translateX', args: [40] }, opacity],
            option: { transformOrigin: '50% 50% 0', transition: { ...transition, duration: 200 } },
          },
          {
            animates: [{ type: 'translateX', args: [0] }, opacity],
            option: { transformOrigin: '50% 50% 0', transition: { ...transition, duration: 100 } },
          },
        ],
      },
      { actions: [] },
    ])
  })
})
