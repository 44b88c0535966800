import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseCsv, writeCsv } from './csv'
import { optionsCell, readSheet, sheetColumns, sheetHeading, toCells } from './goods-sheet'
import type { SheetColumn, SheetProblem } from './goods-sheet'

type Cells = Partial<Record<SheetColumn, string>>
const sheetOf = (...rows: Cells[]) => readSheet([sheetHeading('zh'), ...rows.map(toCells)])
const problemsOf = (...rows: Cells[]) => sheetOf(...rows)!.problems

const known: Cells = { productId: 'spring', skuId: 'spring-50', price: '58.00' }
const fresh: Cells = { name: '新茶', nameEn: 'New tea', categoryId: 'tea', price: '68' }

describe('a sheet of products', () => {
  test.each(['zh', 'en'] as const)('is known by its heading in %s, in any order', (language) => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sheetColumns], { minLength: 15 }), (columns) => {
        const all = sheetHeading(language)
        const heading = columns.map((column) => all[sheetColumns.indexOf(column)]!)
        const row = columns.map((column) => known[column] ?? '')
        expect(readSheet([heading, row])?.products).toEqual(sheetOf(known)!.products)
      }),
    )
  })

  test('is nothing without a heading of ours', () => {
    expect(readSheet([])).toBeUndefined()
    expect(
      readSheet([
        ['what', 'is this'],
        ['a', 'b'],
      ]),
    ).toBeUndefined()
  })

  test('says what was meant, through a spreadsheet and back', () => {
    const csv = writeCsv([
      sheetHeading('en'),
      toCells({ ...known, stock: '10', counted: '8.00', isListed: '否', weight: '1,200' }),
    ])
    const sheet = readSheet(parseCsv(csv))
    expect(sheet?.problems).toEqual([])
    expect(sheet?.products).toMatchObject([
      {
        productId: 'spring',
        rows: [
          {
            row: 2,
            skuId: 'spring-50',
            priceFen: 5800,
            stock: 10,
            counted: 8,
            isListed: false,
            weightGrams: 1200,
          },
        ],
      },
    ])
  })

  test('keeps rows of one product together: by its id anywhere, new ones by name in a row', () => {
    const sheet = sheetOf(
      { ...known },
      { ...fresh, options: '重量=50 克', optionsEn: 'Weight=50 g' },
      { ...fresh, options: '重量=100 克', optionsEn: 'Weight=100 g' },
      { ...known, skuId: 'spring-100' },
      { ...fresh },
    )
    expect(sheet?.problems).toEqual([])
    expect(sheet?.products.map(({ rows }) => rows.map(({ row }) => row))).toEqual([
      [2, 5],
      [3, 4],
      [6],
    ])
  })

  test('counts lines as the spreadsheet does, empty ones too', () => {
    expect(problemsOf(known, {}, { ...known, skuId: 'x', price: 'a lot' })).toEqual([
      { row: 4, column: 'price', code: 'notANumber' },
    ])
  })

  test.each<[string, Cells, SheetColumn, SheetProblem['code']]>([
    ['a price of nothing', { ...known, price: '0' }, 'price', 'notANumber'],
    ['half a fen', { ...known, price: '1.005' }, 'price', 'notANumber'],
    ['a negative count', { ...known, stock: '1', counted: '-1' }, 'counted', 'notANumber'],
    ['half a piece', { ...known, stock: '1', counted: '1.5' }, 'counted', 'notANumber'],
    ['a count without what it was', { ...known, counted: '1' }, 'stock', 'stockMissing'],
    ['neither yes nor no', { ...known, isListed: 'maybe' }, 'isListed', 'notYesNo'],
    ['a barcode with spaces', { ...known, barcode: '69 01' }, 'barcode', 'badBarcode'],
    ['a product without its SKU', { productId: 'spring', price: '1' }, 'skuId', 'skuMissing'],
    ['an SKU without its product', { skuId: 'spring-50', price: '1' }, 'productId', 'required'],
    ['a name too long', { ...known, name: '茶'.repeat(41) }, 'name', 'tooLong'],
    ['a new one without a price', { ...fresh, price: '' }, 'price', 'required'],
    ['a new one without English', { ...fresh, nameEn: '' }, 'nameEn', 'required'],
    ['a new one that is nowhere', { ...fresh, categoryId: '' }, 'categoryId', 'required'],
    ['options without values', { ...fresh, options: '重量' }, 'options', 'badOptions'],
    ['options in one language', { ...fresh, options: '重量=1' }, 'optionsEn', 'differs'],
  ])('refuses %s', (_what, row, column, code) => {
    expect(problemsOf(row)).toContainEqual({ row: 2, column, code })
    expect(sheetOf(row)!.products).toEqual([])
  })

  test('refuses the same SKU twice, and leaves the whole product out', () => {
    const sheet = sheetOf(known, known, { ...fresh })
    expect(sheet?.problems).toEqual([{ row: 3, column: 'skuId', code: 'twice' }])
    expect(sheet?.products.map(({ rows }) => rows[0]?.row)).toEqual([4])
  })

  describe('of which two rows of one product say different things', () => {
    const option = (zh: string, en: string): Cells => ({
      ...fresh,
      options: `重量=${zh}`,
      optionsEn: `Weight=${en}`,
    })

    test.each<[SheetColumn, string, string]>([
      ['name', '龙井', '毛峰'],
      ['nameEn', 'Spring', 'Summer'],
      ['line', '新的', '旧的'],
      ['lineEn', 'New', 'Old'],
      ['categoryId', 'tea', 'snacks'],
    ])('refuses the later %s and names the row it contradicts', (column, one, other) => {
      const later = { ...known, skuId: 'spring-100' }
      const sheet = sheetOf(
        known,
        { ...later, [column]: one },
        { ...fresh },
        {
          ...known,
          skuId: 'spring-200',
          [column]: other,
        },
      )
      expect(sheet?.problems).toEqual([{ row: 5, column, code: 'contradicts', earlier: 3 }])
      expect(sheet?.products.map(({ rows }) => rows[0]?.row)).toEqual([4])
    })

    test('refuses the later one of a new product, too', () => {
      const problems = problemsOf(option('50 克', '50 g'), {
        ...option('100 克', '100 g'),
        nameEn: 'Old tea',
        categoryId: 'snacks',
      })
      expect(problems).toEqual([
        { row: 3, column: 'nameEn', code: 'contradicts', earlier: 2 },
        { row: 3, column: 'categoryId', code: 'contradicts', earlier: 2 },
      ])
    })

    test.each([
      ['an option', '重量=100 克；包装=罐装', 'Mass=100 g; Pack=Tin'],
      ['a value', '重量=100 克；包装=罐装', 'Weight=100 g; Pack=Can'],
    ])('refuses a second English name of %s', (_what, options, optionsEn) => {
      const first = {
        ...fresh,
        options: '重量=50 克；包装=罐装',
        optionsEn: 'Weight=50 g; Pack=Tin',
      }
      expect(problemsOf(first, { ...fresh, options, optionsEn })).toEqual([
        { row: 3, column: 'optionsEn', code: 'contradicts', earlier: 2 },
      ])
    })

    test('takes what a row leaves empty from another row', () => {
      expect(
        problemsOf(option('50 克', '50 g'), {
          ...option('100 克', '100 g'),
          nameEn: '',
          categoryId: '',
          line: '新的',
        }),
      ).toEqual([])
    })
  })

  test('reads options back as they were written', () => {
    const options = [
      { option: '重量', value: '50 克' },
      { option: '包装', value: '罐装=铁' },
    ]
    const sheet = sheetOf({ ...fresh, options: optionsCell(options), optionsEn: 'a=b;c=d' })
    expect(sheet?.products[0]?.rows[0]?.options.zh).toEqual(options)
  })
})
