import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { storageRule } from '../../cloudfunctions/_kit/storage-rule'
import { startTestCloud } from '../fixtures/functions/test-cloud'
import type { TestCloud } from '../fixtures/functions/test-cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud(['probe'], {
    storageRule,
    functionSettings: { probe: { timeout: 20 } },
  })
}, 30_000)
afterAll(() => cloud.stop())

interface Uploaded {
  fileID: string
  errCode?: number
}

async function upload(path: string, user: string): Promise<Uploaded> {
  const query = new URLSearchParams({ user, path })
  const url = `${cloud.cloud.url}/local/files?${query}`
  return (await (await fetch(url, { method: 'POST', body: `by ${user}` })).json()) as Uploaded
}
const linkFor = async (user: string, fileID: string) => {
  const answer = await cloud.post('/local/files/links', { user, fileList: [fileID] })
  return (answer as { fileList: { code: string; tempFileURL: string }[] }).fileList[0]
}
const linkByFunction = async (fileID: string, maxAge: number) => {
  const args = { fileList: [{ fileID, maxAge }] }
  const { value } = await cloud.probe({ sdk: 'storage', path: 'getTempFileURL', args })
  return (value?.['fileList'] as { tempFileURL: string }[])[0]!.tempFileURL
}
const shown = async (path: string, user?: string) =>
  (await fetch(`${cloud.cloud.url}/files/${path}${user ? `?user=${user}` : ''}`)).status

test('pictures for all are shown to all, by their path too', async () => {
  const { fileID } = await upload('avatars/mia.png', 'mia')
  expect(await shown('avatars/mia.png')).toBe(200)
  expect(await shown('avatars/mia.png', 'leo')).toBe(200)
  expect(await linkFor('leo', fileID)).toMatchObject({
    code: 'SUCCESS',
    tempFileURL: `${cloud.cloud.url}/files/avatars/mia.png`,
  })
})

test('a proof is shown to its customer, and to nobody else who knows its name', async () => {
  const { fileID } = await upload('cases/broken.jpg', 'mia')
  expect(await shown('cases/broken.jpg', 'mia')).toBe(200)
  expect(await shown('cases/broken.jpg', 'leo')).toBe(403)
  expect(await shown('cases/broken.jpg')).toBe(403)
  expect(await linkFor('leo', fileID)).toEqual({
    code: 'STORAGE_EXCEED_AUTHORITY',
    fileID,
    tempFileURL: '',
  })
  const link = await linkFor('mia', fileID)
  expect(await (await fetch(link!.tempFileURL)).text()).toBe('by mia')
})

test('a link from a function opens a file until its time is over, and no other file', async () => {
  const { fileID } = await upload('invoices/1.pdf', 'staff')
  await upload('invoices/2.pdf', 'staff')
  const link = await linkByFunction(fileID, 3600)
  expect((await fetch(link)).status).toBe(200)
  expect((await fetch(link.replace('1.pdf', '2.pdf'))).status).toBe(403)
  expect((await fetch(link.replace(/t=\d+/, 't=9999999999'))).status).toBe(403)
  await cloud.post('/local/clock', { advanceMs: 3_601_000 })
  expect((await fetch(link)).status).toBe(403)
})

test('a function reads what pages may not', async () => {
  const { fileID } = await upload('sheets/prices.csv', 'staff')
  const { value } = await cloud.probe({ sdk: 'storage', path: 'downloadFile', args: { fileID } })
  const { data } = value?.['fileContent'] as { data: number[] }
  expect(Buffer.from(data).toString()).toBe('by staff')
})

test('a copy that a function made is seen by all, and replaced or removed by nobody', async () => {
  const { fileID } = await upload('care/broken.jpg', 'mia')
  const copied = await cloud.probe(
    { sdk: 'storage', path: 'uploadFile', args: { cloudPath: 'checked/1.jpg' }, text: 'copy' },
    'mia',
  )
  const copy = String(copied.value?.['fileID'])
  for (const user of ['mia', 'leo']) {
    expect(await upload('checked/1.jpg', user)).toMatchObject({ errCode: -503002 })
    const removed = await cloud.post('/local/files/delete', { user, fileList: [copy] })
    expect(removed).toMatchObject({ errCode: -503002 })
  }
  expect(await upload('care/broken.jpg', 'mia')).toMatchObject({ fileID })
  const seen = await fetch(`${cloud.cloud.url}/files/checked/1.jpg`)
  expect(await seen.text()).toBe('copy')
})

test.each(['codes/scene.png', 'checked/mine.jpg', 'backup/members.json', 'mine.png'])(
  'a page puts nothing at %s',
  async (path) => {
    expect(await upload(path, 'mia')).toMatchObject({ errCode: -503002 })
  },
)
