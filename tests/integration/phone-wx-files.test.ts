import { describe, expect, test } from '@jest/globals'
import {
  button,
  call,
  harness,
  openPhoneForEachTest,
  phone,
  reports,
} from '../fixtures/wx-harness/wx-phone'

openPhoneForEachTest()

describe('files and pictures', () => {
  /** Calls a method of the file system manager; sync ones give their value or their error. */
  const fs = (method: string, ...values: unknown[]) =>
    phone.evaluate(
      async ([name, given]) => {
        const manager = (window.wx.getFileSystemManager as () => Record<string, unknown>)()
        try {
          const run = manager[name as string] as (...values: unknown[]) => unknown
          return await run(...(given as unknown[]))
        } catch (error) {
          return error instanceof Error ? error.message : error
        }
      },
      [method, values] as const,
    )

  test('the user’s folder is written and read', async () => {
    await fs('writeFileSync', 'wxfile://usr/note.txt', '云山', 'utf8')
    expect(await fs('readFileSync', 'wxfile://usr/note.txt', 'utf8')).toBe('云山')
    expect(await fs('readFile', { filePath: 'wxfile://usr/note.txt', encoding: 'base64' })).toEqual(
      { data: '5LqR5bGx', errMsg: 'readFile:ok' },
    )
    expect(await fs('unlink', { filePath: 'wxfile://usr/note.txt' })).toEqual({
      errMsg: 'unlink:ok',
    })
    expect(await fs('accessSync', 'wxfile://usr/note.txt')).toBe(
      'accessSync:fail no such file or directory, open wxfile://usr/note.txt',
    )
    expect(await fs('writeFileSync', 'wxfile://tmp_x', 'y')).toBe(
      'writeFileSync:fail permission denied, open wxfile://tmp_x',
    )
  })

  test('chosen pictures are temporary files that can be uploaded to the cloud', async () => {
    const chosen = call('chooseMedia', { count: 2, mediaType: ['image'] })
    await button('晴天').click()
    await button('夜里').click()
    await button('完成(2/2)').click()
    const { tempFiles, type } = (await chosen) as {
      type: string
      tempFiles: { tempFilePath: string; width: number; size: number }[]
    }
    expect(type).toBe('image')
    expect(tempFiles.map(({ width }) => width)).toEqual([1080, 1080])

    harness.answer('POST /local/files', (_, url) => ({
      fileID: `cloud://env.bucket/${url.searchParams.get('path')}`,
    }))
    await phone.evaluate(() => (window.wx.cloud as { init(): void }).init())
    const first = tempFiles[0]
    expect(
      await call('cloud.uploadFile', { cloudPath: 'a/b.jpg', filePath: first?.tempFilePath }),
    ).toEqual({
      fileID: 'cloud://env.bucket/a/b.jpg',
      statusCode: 200,
      errMsg: 'cloud.uploadFile:ok',
    })

    const small = await call('compressImage', { src: first?.tempFilePath, compressedWidth: 100 })
    expect(await call('getImageInfo', { src: small.tempFilePath })).toMatchObject({
      width: 100,
      height: 100,
    })
  })

  test('a refusal of the cloud storage keeps its code', async () => {
    harness.answer('POST /local/files/delete', () => ({ errCode: -503002, errMsg: 'no authority' }))
    await phone.evaluate(() => (window.wx.cloud as { init(): void }).init())
    expect(await call('cloud.deleteFile', { fileList: ['cloud://a.b/c'] })).toMatchObject({
      errCode: -503002,
      errMsg: 'cloud.deleteFile:fail Error: errCode: -503002  | errMsg: no authority',
    })
  })

  test('pictures are looked at and left', async () => {
    await call('previewImage', { urls: ['data:image/gif;base64,R0lGODlhAQABAAAAACw=', '/b.png'] })
    await phone.getByText('1 / 2').waitFor()
    await phone.keyboard.press('ArrowRight')
    await phone.getByText('2 / 2').waitFor()
    await phone.keyboard.press('Escape')
    expect(await phone.locator('[data-surface]').count()).toBe(0)
  })

  describe('a document', () => {
    const file = 'wxfile://usr/invoice.pdf'
    const write = (content: string) => fs('writeFileSync', file, content, 'utf8')

    test('is put together, shown, and sent to a chat from its menu', async () => {
      await write('%PDF-')
      await fs('appendFileSync', file, '1.7', 'utf8')
      expect(await fs('readFileSync', file, 'utf8')).toBe('%PDF-1.7')
      expect(await fs('readdirSync', 'wxfile://usr')).toEqual(['invoice.pdf'])
      expect(await call('openDocument', { filePath: file, showMenu: true })).toEqual({
        errMsg: 'openDocument:ok',
      })
      await phone.getByText('在浏览器里看内容').waitFor()
      await button('更多').click()
      await button('发送给朋友').click()
      await phone.getByText('文件传输助手：invoice.pdf').waitFor()
      await button('发送').click()
      await phone.keyboard.press('Escape')
      expect(await phone.locator('[data-surface]').count()).toBe(0)
    })

    test('has no menu unless it is asked for, and a broken one is not shown', async () => {
      await write('no such thing')
      await call('openDocument', { filePath: file, fileType: 'pdf' })
      await phone.getByText('文件已损坏，无法打开').waitFor()
      expect(await button('更多').count()).toBe(0)
    })

    test('is refused when it is not on the phone, or of a kind that WeChat does not show', async () => {
      const url = new URL('/invoice.pdf', phone.url()).href
      for (const filePath of ['wxfile://usr/none.pdf', url])
        expect(await call('openDocument', { filePath })).toMatchObject({
          errMsg: "openDocument:fail file doesn't exist",
        })
      await fs('writeFileSync', 'wxfile://usr/invoice.ofd', 'PK', 'utf8')
      expect(await call('openDocument', { filePath: 'wxfile://usr/invoice.ofd' })).toMatchObject({
        errMsg: 'openDocument:fail filetype not supported',
      })
    })
  })

  test('a saved picture is in the album', async () => {
    const shot = await phone.evaluate(() => {
      const create = window.wx.createOffscreenCanvas as (options: unknown) => HTMLCanvasElement
      const canvas = create({ type: '2d', width: 20, height: 10 })
      canvas.getContext('2d')?.fillRect(0, 0, 20, 10)
      const save = window.wx.canvasToTempFilePath as (options: unknown) => Promise<unknown>
      return save({ canvas, destWidth: 40, destHeight: 20 }) as Promise<{ tempFilePath: string }>
    })
    const saved = call('saveImageToPhotosAlbum', { filePath: shot.tempFilePath })
    await button('允许').click()
    expect(await saved).toEqual({ errMsg: 'saveImageToPhotosAlbum:ok' })
    const chosen = call('chooseImage', { count: 1 })
    await button('保存的 1').click()
    await button('完成(1/1)').click()
    expect(((await chosen) as { tempFilePaths: string[] }).tempFilePaths).toHaveLength(1)
  })
})

describe('request', () => {
  test('asks a host of this machine and parses the answer', async () => {
    harness.answer('POST /api/echo', (body) => ({ body }))
    const url = new URL('/api/echo', phone.url()).href
    expect(await call('request', { url, method: 'POST', data: { a: 1 } })).toMatchObject({
      errMsg: 'request:ok',
      statusCode: 200,
      data: { body: { a: 1 } },
    })
  })

  test('never leaves the machine, and fails offline', async () => {
    expect(await call('request', { url: 'https://example.com/' })).toEqual({
      errMsg: 'request:fail url not in domain list:example.com',
      errno: 600002,
    })
    await phone.evaluate(() => window.harness.host.changeDevice({ networkType: 'none' }))
    expect(await call('request', { url: phone.url() })).toMatchObject({
      errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED',
    })
  })
})

describe('the database', () => {
  test('is closed to pages: refused with WeChat’s code, and reported', async () => {
    const refused = await phone.evaluate(() => {
      interface Query {
        where(condition: object): Query
        get(): Promise<unknown>
      }
      const cloud = window.wx.cloud as { database(): { collection(name: string): Query } }
      return cloud
        .database()
        .collection('orders')
        .where({ a: 1 })
        .get()
        .catch((error: { errCode: number }) => error.errCode)
    })
    expect(refused).toBe(-502003)
    expect(await reports()).toMatchObject([
      { message: expect.stringContaining('Collection "orders" is closed to pages') },
    ])
  })
})
