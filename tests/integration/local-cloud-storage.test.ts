import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ENV_ID, startTestCloud } from '../fixtures/functions/test-cloud'
import type { TestCloud } from '../fixtures/functions/test-cloud'

let cloud: TestCloud

const storage = (path: string, args: object, text?: string) =>
  cloud.probe({ sdk: 'storage', path, args, text })
const upload = (cloudPath: string, text: string) => storage('uploadFile', { cloudPath }, text)
const asPage = async (path: string, text: string, user = 'mia') => {
  const query = new URLSearchParams({ user, path })
  const response = await fetch(`${cloud.cloud.url}/local/files?${query}`, {
    method: 'POST',
    body: text,
  })
  return (await response.json()) as { fileID: string; errCode?: number }
}
const file = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${cloud.cloud.url}/files/${encodeURI(path)}`, { headers })

beforeAll(async () => {
  cloud = await startTestCloud(['probe'], { functionSettings: { probe: { timeout: 20 } } })
}, 30_000)
afterAll(() => cloud.stop())

test('a function uploads, links, downloads and deletes through the real SDK', async () => {
  const { value } = await upload('cups/茶 杯 1.svg', '<svg/>')
  const fileID = String(value?.['fileID'])
  expect(fileID).toMatch(new RegExp(`^cloud://${ENV_ID}\\.[\\w-]+/cups/茶 杯 1\\.svg$`))
  const links = await storage('getTempFileURL', { fileList: [fileID, `${fileID}x`] })
  expect(links.value?.['fileList']).toEqual([
    {
      fileID,
      status: 0,
      errMsg: 'ok',
      maxAge: 86_400,
      tempFileURL: `${cloud.cloud.url}/files/cups/茶 杯 1.svg`,
    },
    {
      fileID: `${fileID}x`,
      status: -503003,
      errMsg: 'storage file not exists',
      maxAge: 86_400,
      tempFileURL: '',
    },
  ])
  const { value: downloaded } = await storage('downloadFile', { fileID })
  const { data } = downloaded?.['fileContent'] as { data: number[] }
  expect(Buffer.from(data).toString()).toBe('<svg/>')
  const deleted = await storage('deleteFile', { fileList: [fileID, 'cloud://other/none'] })
  expect(deleted.value?.['fileList']).toMatchObject([
    { fileID, status: 0 },
    { status: -503003, errMsg: 'storage file not exists' },
  ])
  expect((await storage('downloadFile', { fileID })).thrown?.code).toBe('STORAGE_FILE_NONEXIST')
  expect((await file('cups/茶 杯 1.svg')).status).toBe(404)
})

test('files are served with type, size, tag and ranges', async () => {
  await upload('range.txt', '0123456789')
  const whole = await file('range.txt')
  expect(await whole.text()).toBe('0123456789')
  expect(whole.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(whole.headers.get('content-length')).toBe('10')
  expect(whole.headers.get('content-security-policy')).toBe('sandbox')
  const part = await file('range.txt', { range: 'bytes=2-4' })
  expect([part.status, await part.text()]).toEqual([206, '234'])
  expect(part.headers.get('content-range')).toBe('bytes 2-4/10')
  const end = await file('range.txt', { range: 'bytes=-3' })
  expect(await end.text()).toBe('789')
  expect((await file('range.txt', { range: 'bytes=20-' })).status).toBe(416)
  const known = await file('range.txt', { 'if-none-match': whole.headers.get('etag') ?? '' })
  expect(known.status).toBe(304)
  await upload('range.txt', 'changed')
  expect(await (await file('range.txt')).text()).toBe('changed')
})

test.each(['/rooted', '../up', 'a/../b', 'a//b', 'a/', '', 'a\\b', 'a%2eb', 'x'.repeat(851)])(
  'the path %j is refused',
  async (path) => {
    expect((await asPage(path, 'x')).errCode).toBe(-501007)
    if (path !== '') expect((await upload(path, 'x')).thrown).toBeDefined()
  },
)

test('a page’s file belongs to its user', async () => {
  const { fileID } = await asPage('avatars/mia.txt', 'mine')
  expect((await asPage('avatars/mia.txt', 'theirs', 'leo')).errCode).toBe(-503002)
  expect((await asPage('avatars/mia.txt', 'mine again')).fileID).toBe(fileID)
  const remove = (user: string) => cloud.post('/local/files/delete', { user, fileList: [fileID] })
  expect(await remove('leo')).toMatchObject({ errCode: -503002 })
  expect(await cloud.post('/local/files/links', { user: 'leo', fileList: [fileID] })).toMatchObject(
    {
      fileList: [{ code: 'SUCCESS', tempFileURL: `${cloud.cloud.url}/files/avatars/mia.txt` }],
    },
  )
  expect(await remove('mia')).toMatchObject({ fileList: [{ code: 'SUCCESS' }] })
})

test('files outlive a restart, and a reset removes them', async () => {
  await upload('kept.txt', 'kept')
  await cloud.restart()
  expect(await (await file('kept.txt')).text()).toBe('kept')
  await cloud.post('/local/reset')
  expect((await file('kept.txt')).status).toBe(404)
})

test('an upload needs a ticket, which works once', async () => {
  const response = await fetch(`${cloud.cloud.url}/upload/nothing`, { method: 'PUT', body: 'x' })
  expect(response.status).toBe(403)
})
