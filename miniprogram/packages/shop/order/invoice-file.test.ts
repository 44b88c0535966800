import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { fetchInvoice, invoiceFormat, sendInvoice, showInvoice } from './invoice-file'

const folder = 'wxfile://usr'
const path = `${folder}/发票 202601.pdf`
const failing = (errMsg: string) => Promise.reject(Object.assign(new Error(), { errMsg }))
const throwing = (message: string) => () => {
  throw new Error(message)
}

let disk: Map<string, string>
let said: string[]
let replies: unknown[]
const answers = (...parts: unknown[]) => void (replies = parts)
const part = (base64: string, next?: number) => ({
  ok: true,
  data: { base64, total: 9, ...(next === undefined ? {} : { next }) },
})

function install(apis: Record<string, unknown> = {}, files: Record<string, unknown> = {}): void {
  const manager = {
    readdirSync: () => [...disk.keys()].map((key) => key.split('/').pop()),
    unlinkSync: (filePath: string) => void disk.delete(filePath),
    writeFileSync: (filePath: string, data: string) => void disk.set(filePath, data),
    appendFileSync: (filePath: string, data: string) =>
      void disk.set(filePath, `${disk.get(filePath)}+${data}`),
    ...files,
  }
  Object.assign(globalThis, {
    wx: {
      cloud: { callFunction: () => Promise.resolve({ result: replies.shift() }) },
      env: { USER_DATA_PATH: folder },
      getFileSystemManager: () => manager,
      getStorageSync: () => 'zh-CN',
      showToast: ({ title }: { title: string }) => void said.push(title),
      ...apis,
    },
  })
}

beforeEach(() => {
  disk = new Map()
  said = []
  jest.spyOn(console, 'error').mockReturnValue()
  jest.spyOn(console, 'info').mockReturnValue()
  install()
})

const invoice = { orderId: 'o', number: '202601', format: 'pdf' } as const

describe('fetching an invoice', () => {
  test('puts its parts together, in place of the ones before', async () => {
    disk.set(`${folder}/发票 1.pdf`, 'old')
    disk.set(`${folder}/products.csv`, 'kept')
    answers(part('aaa', 3), part('bbb'))
    expect(await fetchInvoice(invoice)).toBe(path)
    expect([...disk]).toEqual([
      [`${folder}/products.csv`, 'kept'],
      [path, 'aaa+bbb'],
    ])
    expect(said).toEqual([])
  })

  test('says why there is none', async () => {
    answers(part('aaa', 3), { ok: false, error: { code: 'INVOICE_FILE_MISSING' }, requestId: 'r' })
    expect(await fetchInvoice(invoice)).toBeUndefined()
    expect(said).toEqual(['发票文件取不到，请联系客服补发'])
  })

  test('says that the phone is full', async () => {
    const full = 'writeFile:fail the maximum size of the file storage limit is exceeded'
    install({}, { writeFileSync: throwing(full) })
    answers(part('aaa'))
    expect(await fetchInvoice(invoice)).toBeUndefined()
    expect(said).toEqual(['手机存不下这个文件，清出空间再试'])
  })

  test('does not mind old ones that stay', async () => {
    install({}, { readdirSync: throwing('readdir:fail permission denied') })
    answers(part('aaa'))
    expect(await fetchInvoice(invoice)).toBe(path)
  })
})

describe('looking at an invoice', () => {
  test('opens a PDF with the menu that sends and saves it', async () => {
    const openDocument = jest.fn((_options: object) => Promise.resolve())
    install({ openDocument })
    expect(await showInvoice(path)).toBe(true)
    expect(openDocument).toHaveBeenCalledWith({ filePath: path, fileType: 'pdf', showMenu: true })
  })

  test('says how else when the phone opens no such file', async () => {
    install({ openDocument: () => failing('openDocument:fail filetype not supported') })
    expect(await showInvoice(path)).toBe(false)
    expect(said).toEqual(['这台手机打不开，再点一下发到聊天里看'])
  })
})

describe('sending an invoice', () => {
  test.each([
    ['shareFileMessage:fail cancel', []],
    ['shareFileMessage:fail file not found', ['没有发出去，下拉刷新再试']],
  ])('after %s says %j', async (errMsg, words) => {
    install({ shareFileMessage: () => failing(errMsg) })
    await sendInvoice(path)
    expect(said).toEqual(words)
  })

  test('goes under its own name', async () => {
    const shareFileMessage = jest.fn((_options: object) => Promise.resolve())
    install({ shareFileMessage })
    await sendInvoice(path)
    expect(shareFileMessage).toHaveBeenCalledWith({ filePath: path, fileName: '发票 202601.pdf' })
    expect(said).toEqual([])
  })
})

test.each([
  ['https://a.tcb.qcloud.la/invoices/o-1.pdf?sign=a&t=1', 'pdf'],
  ['cloud://e.b/invoices/o-1.ofd', 'ofd'],
  ['https://a.tcb.qcloud.la/invoices/o-1.jpeg?sign=a', 'picture'],
  ['cloud://e.b/invoices/o-1.png', 'picture'],
  ['cloud://e.b/invoices/o-1', 'pdf'],
  [undefined, ''],
])('%s is of the format %s', (file, format) => {
  expect(invoiceFormat(file)).toBe(format)
})
