import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { StaffOrderFile } from '../../../../shared/contract/console-orders'
import { messages } from '../../../../shared/messages/messages'
import { layOutSheet, sheet, wrap } from './packing-sheet'
import type { Mark } from './packing-sheet'

const t = messages['zh-CN'].desk
const measure = (text: string, size: number) => [...text].length * size

const order = (lines: number, note = '', giftNote = ''): StaffOrderFile =>
  ({
    number: 'Y260322-0427-1863',
    count: lines,
    address: {
      name: '何女士',
      phone: '13800000027',
      province: '云南省',
      city: '大理州',
      district: '云山县',
      street: '松树坡路 12 号院 3 栋 2 单元 501，门口有一棵大银杏树',
    },
    lines: Array.from({ length: lines }, (_, index) => ({
      name: `第 ${index + 1} 种很长很长的商品名称一直写到写不下为止`,
      options: '50 克，罐装',
      quantity: 9,
      left: 2,
      asked: index === 0 ? 1 : 0,
      isGift: index === 1,
    })),
    note,
    giftNote,
    staffNote: '',
  }) as unknown as StaffOrderFile

const textsOf = (marks: readonly Mark[]) =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))

test('everything stands inside the sheet, and every line is drawn or counted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.string({ maxLength: 100 }),
      fc.string({ maxLength: 100 }),
      (count, note, giftNote) => {
        const marks = layOutSheet(order(count, note.trim(), giftNote.trim()), t, measure)
        for (const mark of marks) {
          expect(mark.y).toBeGreaterThan(0)
          expect(mark.y).toBeLessThan(sheet.height)
        }
        const boxes = marks.filter(({ kind }) => kind === 'box').length
        const more = count - boxes
        if (more > 0) expect(textsOf(marks).join()).toContain(`另有 ${more} 种`)
        expect(boxes).toBeGreaterThan(0)
      },
    ),
  )
})

test('it asks for what is left to pack, not for what was ordered', () => {
  const texts = textsOf(layOutSheet(order(2), t, measure))
  expect(texts.filter((text) => text === '×2')).toHaveLength(2)
  expect(texts).not.toContain('×9')
  expect(texts).toContain('共 4 件')
})

test('it says what its customer asks something for', () => {
  const texts = textsOf(layOutSheet(order(2), t, measure))
  expect(texts.filter((text) => text.startsWith('申请售后'))).toEqual(['申请售后 ×1，先问再装'])
})

test('lines keep to the width and lose nothing', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 20, max: 200 }), (text, width) => {
      const lines = wrap(text, width, 10, measure)
      for (const line of lines)
        expect([...line].length).toBeLessThanOrEqual(Math.max(1, width / 10))
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }),
  )
})
