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

describe('input', () => {
  test('tells what was typed and shows what the handler answers', async () => {
    await phone.mount(['input', { id: 'field', placeholder: '手机号' }])
    await phone.page.evaluate(() => {
      window.components.answers['field input'] = (detail) =>
        (detail as { value: string }).value.toUpperCase()
    })
    await phone.tap('#field')
    await phone.page.keyboard.type('ab')
    expect(await phone.page.inputValue('#field input')).toBe('AB')
    expect(await phone.data('field', 'value')).toBe('AB')
    expect(await phone.events('field', 'input')).toEqual([
      { value: 'a', cursor: 1, keyCode: 65 },
      { value: 'Ab', cursor: 2, keyCode: 66 },
    ])
  })

  test('an answer can put the cursor somewhere', async () => {
    await phone.mount(['input', { id: 'field' }])
    await phone.page.evaluate(() => {
      window.components.answers['field input'] = () => ({ value: '123-456', cursor: 3 })
    })
    await phone.tap('#field')
    await phone.page.keyboard.type('1')
    const caret = await phone.page
      .locator('#field input')
      .evaluate((field: HTMLInputElement) => [field.value, field.selectionStart])
    expect(caret).toEqual(['123-456', 3])
  })

  test('holds 140 characters unless told otherwise', async () => {
    await phone.mount(
      ['input', { id: 'field', value: 'x'.repeat(200) }],
      ['input', { id: 'free', maxlength: -1 }],
    )
    expect((await phone.page.inputValue('#field input')).length).toBe(140)
    await phone.set('field', { maxlength: 3 })
    expect(await phone.page.inputValue('#field input')).toBe('xxx')
    await phone.set('free', { value: 'y'.repeat(200) })
    expect((await phone.page.inputValue('#free input')).length).toBe(200)
  })

  test('the focus attribute opens and closes it, and can be set again after a blur', async () => {
    await phone.mount(
      ['input', { id: 'field', focus: true, value: 'hello', cursor: 2 }],
      ['input', { id: 'other' }],
    )
    const focused = (id: string): Promise<boolean> =>
      phone.page.evaluate((target) => Boolean(document.activeElement?.closest(`#${target}`)), id)
    expect(await focused('field')).toBe(true)
    expect(await phone.events('field', 'focus')).toEqual([{ value: 'hello', height: 0 }])
    await phone.tap('#other')
    expect(await phone.events('field', 'blur')).toEqual([{ value: 'hello', cursor: 2 }])
    expect(await phone.data('field', 'focus')).toBe(false)
    await phone.set('field', { focus: true })
    expect(await focused('field')).toBe(true)
  })

  test('the confirm key tells the page and closes the keyboard unless it is held', async () => {
    await phone.mount(['input', { id: 'field', value: 'tea', confirmType: 'search' }])
    await phone.tap('#field')
    await phone.page.keyboard.press('Enter')
    expect(await phone.events('field', 'confirm')).toEqual([{ value: 'tea' }])
    expect(await phone.data('field', 'focus')).toBe(false)
    await phone.set('field', { confirmHold: true })
    await phone.tap('#field')
    await phone.page.keyboard.press('Enter')
    expect(await phone.data('field', 'focus')).toBe(true)
  })

  test('number, digit and idcard have only their own keys', async () => {
    await phone.mount(
      ['input', { id: 'number', type: 'number' }],
      ['input', { id: 'digit', type: 'digit' }],
      ['input', { id: 'idcard', type: 'idcard' }],
    )
    for (const id of ['number', 'digit', 'idcard']) {
      await phone.tap(`#${id}`)
      await phone.page.keyboard.type('1a.2X-3')
    }
    const values = ['number', 'digit', 'idcard'].map((id) => phone.page.inputValue(`#${id} input`))
    expect(await Promise.all(values)).toEqual(['123', '1.23', '12X3'])
  })

  test('a keyboard that the phone draws is told of, and its keys work', async () => {
    await phone.mount(['input', { id: 'field', confirmType: 'send' }])
    await phone.tap('#field')
    await phone.page.evaluate(() => window.components.fire('keyboardHeight', 300))
    expect(await phone.events('field', 'keyboardheightchange')).toEqual([
      { height: 300, duration: 250 },
    ])
    expect(await phone.requests('field')).toMatchObject([
      { focused: true, type: 'text', confirmType: 'send' },
    ])
    await phone.page.evaluate(() => {
      const keyboard = window.components.requests[0]?.value as {
        insert(text: string): void
        backspace(): void
        confirm(): void
      }
      keyboard.insert('abc')
      keyboard.backspace()
      keyboard.confirm()
    })
    expect(await phone.events('field', 'confirm')).toEqual([{ value: 'ab' }])
    expect(await phone.events('field', 'keyboardheightchange')).toHaveLength(2)
  })
})

describe('textarea', () => {
  test('with auto-height it is as high as its text and counts its lines', async () => {
    await phone.mount([
      'textarea',
      { id: 'field', autoHeight: true, style: 'width:300px;height:200px;line-height:20px' },
    ])
    expect((await phone.box('#field')).height).toBe(36)
    await phone.tap('#field')
    await phone.page.keyboard.type('one\ntwo\nthree')
    expect((await phone.box('#field')).height).toBe(76)
    expect(await phone.events('field', 'linechange')).toEqual([
      { height: 36, heightRpx: 72, lineHeight: 20, lineCount: 1 },
      { height: 56, heightRpx: 112, lineHeight: 20, lineCount: 2 },
      { height: 76, heightRpx: 152, lineHeight: 20, lineCount: 3 },
    ])
    await phone.set('field', {
      value: 'a long line that has to be broken '.repeat(3),
      disableDefaultPadding: true,
    })
    await phone.page.waitForFunction(() => document.getElementById('field')?.offsetHeight === 60)
  })

  test('enter breaks the line, or confirms when it has a confirm type', async () => {
    await phone.mount(
      ['textarea', { id: 'lines' }],
      ['textarea', { id: 'send', confirmType: 'send' }],
    )
    await phone.tap('#lines')
    await phone.page.keyboard.type('a\nb')
    await phone.tap('#send')
    await phone.page.keyboard.type('a\nb')
    expect(await phone.page.inputValue('#lines textarea')).toBe('a\nb')
    expect(await phone.events('lines', 'confirm')).toEqual([])
    expect(await phone.events('send', 'confirm')).toEqual([{ value: 'a' }])
  })
})

describe('choices and forms', () => {
  test('a checkbox-group tells its checked values; a label is its first control', async () => {
    await phone.mount([
      'checkbox-group',
      { id: 'group' },
      [
        [
          'label',
          { id: 'label' },
          [
            ['checkbox', { value: 'tea', checked: true }],
            ['text', { id: 'word' }, ['茶']],
          ],
        ],
        ['checkbox', { id: 'off', value: 'milk', disabled: true }],
        ['checkbox', { id: 'cup', value: 'cup' }],
        ['label', { id: 'far', for: 'cup' }, ['杯子']],
      ],
    ])
    await phone.tap('#cup')
    await phone.tap('#off')
    await phone.tap('#word')
    await phone.tap('#far')
    await phone.tap('#far')
    expect(await phone.events('group', 'change')).toEqual([
      { value: ['tea', 'cup'] },
      { value: ['cup'] },
      { value: [] },
      { value: ['cup'] },
    ])
  })

  test('choosing a radio unchooses the others and tells once', async () => {
    await phone.mount([
      'radio-group',
      { id: 'group' },
      [
        ['radio', { id: 'one', value: '1', checked: true }],
        ['radio', { id: 'two', value: '2' }],
      ],
    ])
    await phone.tap('#two')
    await phone.tap('#two')
    expect(await phone.events('group', 'change')).toEqual([{ value: '2' }])
    expect([await phone.data('one', 'checked'), await phone.data('two', 'checked')]).toEqual([
      false,
      true,
    ])
  })

  const filledForm: Tree = [
    'form',
    { id: 'form' },
    [
      ['input', { name: 'who', value: '何' }],
      ['textarea', { id: 'note', name: 'note' }],
      ['switch', { id: 'gift', name: 'gift' }],
      ['checkbox-group', { name: 'extras' }, [['checkbox', { value: 'bag', checked: true }]]],
      ['radio-group', { name: 'way' }, [['radio', { value: 'post' }]]],
      ['slider', { name: 'count', value: 30 }],
      ['picker', { name: 'city', range: ['杭州'], value: 0 }],
      ['view', { 'data-custom-field': 'stepper', 'data-value': '7' }],
      ['input', { value: 'no name' }],
      ['button', { id: 'reset', formType: 'reset' }, ['重置']],
      ['button', { id: 'submit', formType: 'submit', 'data-kind': 'order' }, ['提交']],
      ['button', { id: 'off', formType: 'submit', disabled: true }, ['提交']],
    ],
  ]

  test('a form collects every named field, built in and of custom components', async () => {
    await phone.mount(filledForm)
    await phone.tap('#note')
    await phone.page.keyboard.type('轻放')
    await phone.tap('#gift')
    await phone.tap('#off')
    await phone.tap('#submit')
    expect(await phone.events('form', 'submit')).toEqual([
      {
        value: {
          who: '何',
          note: '轻放',
          gift: true,
          extras: ['bag'],
          way: '',
          count: 30,
          city: 0,
          stepper: '7',
        },
        target: { id: 'submit', dataset: { kind: 'order' } },
      },
    ])
  })

  test('reset clears the fields', async () => {
    await phone.mount(filledForm)
    await phone.tap('#reset')
    await phone.tap('#submit')
    expect(await phone.events('form', 'reset')).toHaveLength(1)
    expect(await phone.events('form', 'submit')).toMatchObject([
      { value: { who: '', note: '', gift: false, extras: [], count: 0, stepper: '7' } },
    ])
  })

  test('a switch and a slider tell their values', async () => {
    await phone.mount(['switch', { id: 'switch' }], ['slider', { id: 'slider', step: 10 }])
    await phone.tap('#switch')
    expect(await phone.events('switch', 'change')).toEqual([{ value: true }])
    const track = await phone.page.locator('#slider .wx-slider-handle-wrapper').boundingBox()
    if (!track) throw new Error('the slider has no track')
    const y = track.y + track.height / 2
    await phone.page.mouse.move(track.x, y)
    await phone.page.mouse.down()
    await phone.page.mouse.move(track.x + track.width * 0.42, y, { steps: 5 })
    await phone.page.mouse.up()
    expect(await phone.events('slider', 'change')).toEqual([{ value: 40 }])
    expect((await phone.events('slider', 'changing')).length).toBeGreaterThan(1)
    await phone.page.mouse.click(track.x + track.width * 0.78, y)
    expect((await phone.events('slider', 'change')).at(-1)).toEqual({ value: 80 })
  })
})

describe('button and navigator', () => {
  test('an open-type asks the phone, whose answer comes as an event', async () => {
    await phone.mount(['button', { id: 'phone', openType: 'getPhoneNumber' }, ['手机号']])
    await phone.tap('#phone')
    expect(await phone.requests('openType')).toEqual([{ type: 'getPhoneNumber' }])
    await phone.page.evaluate(() => {
      const request = window.components.requests.at(-1)?.value as { reply(detail: object): void }
      request.reply({ code: 'once', errMsg: 'getPhoneNumber:ok' })
    })
    expect(await phone.events('phone', 'getphonenumber')).toEqual([
      { code: 'once', errMsg: 'getPhoneNumber:ok' },
    ])
  })

  test('a disabled button does nothing; values WeChat does not know are shown', async () => {
    await phone.mount(
      ['button', { id: 'off', openType: 'share', disabled: true }, ['分享']],
      ['button', { id: 'wrong', openType: 'teleport', type: 'danger' }, ['?']],
    )
    await phone.tap('#off')
    await phone.tap('#wrong')
    expect(await phone.requests('openType')).toEqual([])
    expect(await phone.reports()).toEqual([
      '<button> type: "danger" is none of default, primary, warn',
      '<button> open-type: "teleport" is not known to WeChat',
    ])
  })

  test('a navigator goes where it says and shows a failure', async () => {
    await phone.mount(
      ['navigator', { id: 'go', url: '/pages/a/a?x=1' }, ['去']],
      ['navigator', { id: 'back', openType: 'navigateBack', delta: 2 }, ['回']],
      ['navigator', { id: 'gone', url: '/missing', openType: 'redirect' }, ['无']],
    )
    for (const id of ['go', 'back', 'gone']) await phone.tap(`#${id}`)
    expect(await phone.page.evaluate(() => window.components.visited)).toEqual([
      'navigateTo /pages/a/a?x=1',
      'navigateBack 2',
      'redirectTo /missing',
    ])
    expect(await phone.reports()).toEqual(['page "/missing" is not found'])
  })
})

describe('text', () => {
  test('decodes only when asked, and again when the text changes', async () => {
    await phone.mount(
      ['text', { id: 'plain' }, ['a&lt;b c']],
      ['text', { id: 'decoded', decode: true, space: 'nbsp' }, ['a&lt;b c&copy;']],
    )
    expect(await phone.page.textContent('#plain')).toBe('a&lt;b c')
    expect(await phone.page.textContent('#decoded')).toBe('a<b\u00a0c&copy;')
    await phone.page.evaluate(() => {
      const text = document.getElementById('decoded')?.firstChild
      if (text) text.nodeValue = 'x&gt;y'
    })
    await phone.page.waitForFunction(
      () => document.getElementById('decoded')?.textContent === 'x>y',
    )
  })

  test('rich text keeps what WeChat trusts and nothing else', async () => {
    await phone.mount([
      'rich-text',
      {
        id: 'rich',
        nodes:
          '<p style="color:red;width:75rpx" onclick="x()" id="p">a&amp;b<script>bad()</script><img src="1x1.svg" data-x="1"></p>',
      },
    ])
    expect(await phone.page.innerHTML('#rich')).toBe(
      '<p style="color:red;width:10vw">a&amp;b<img src="/files/1x1.svg"></p>',
    )
    await phone.set('rich', {
      nodes: [
        {
          name: 'B',
          attrs: { class: 'strong', href: 'x' },
          children: [{ type: 'text', text: '&lt;i&gt;' }],
        },
        { name: 'iframe' },
      ],
    })
    expect(await phone.page.innerHTML('#rich')).toBe('<b class="strong">&lt;i&gt;</b>')
  })
})
