import { beforeEach, expect, jest, test } from '@jest/globals'

const storage = new Map<string, unknown>()
const logo = 'cloud://shop.bucket/company/sign.png'
const atSea = { name: '海边', accent: 'tea', logo } as const
let asked: string[]
let answer: unknown

beforeEach(() => {
  storage.clear()
  asked = []
  answer = { ok: true, data: { company: atSea }, requestId: 'r' }
  jest.resetModules()
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => storage.set(key, value),
      getAppBaseInfo: () => ({ language: 'zh_CN' }),
      getWindowInfo: () => ({ statusBarHeight: 20, windowWidth: 375 }),
      getMenuButtonBoundingClientRect: () => ({ top: 24, height: 32, left: 281 }),
      cloud: {
        callFunction: ({ data }: { data: { action: string } }) => {
          asked.push(data.action)
          return Promise.resolve({ result: answer })
        },
      },
    },
  })
})

/** What a start of the mini program has in its hands: modules keep what they read. */
const started = async () => {
  jest.resetModules()
  return { ...(await import('./company')), ...(await import('./language')) }
}

test('before anything was heard there is no name, and above all not somebody else’s', async () => {
  const { keptCompany } = await started()
  expect(keptCompany()).toEqual({ name: '', logo: '' })
})

test('what the home page was told is there in the first frame of the next start', async () => {
  const first = await started()
  first.followCompany(atSea, 'zh-CN')
  const next = await started()
  expect(next.keptCompany()).toEqual({ name: '海边', logo })
  expect(storage.get('accent')).toBe('tea')
  next.followCompany({ name: '海边小店', accent: 'tea' }, 'zh-CN')
  expect((await started()).keptCompany()).toEqual({ name: '海边小店', logo: '' })
})

test('a name is kept in the language it was said in', async () => {
  const { followCompany, keptCompany, chooseLanguage } = await started()
  followCompany(atSea, 'zh-CN')
  chooseLanguage('en')
  expect(keptCompany().name).toBe('')
  followCompany({ ...atSea, name: 'At the sea' }, 'en')
  expect(keptCompany().name).toBe('At the sea')
  chooseLanguage('zh-CN')
  expect(keptCompany().name).toBe('海边')
})

test('a page that was opened before the home page asks once', async () => {
  const { askCompanyName } = await started()
  expect([await askCompanyName(), await askCompanyName()]).toEqual(['海边', '海边'])
  expect(asked).toEqual(['catalog.getHome'])
})

test('a name that cannot be heard is left out and asked for again', async () => {
  answer = undefined
  const { askCompanyName } = await started()
  expect(await askCompanyName()).toBe('')
  answer = { ok: true, data: { company: atSea }, requestId: 'r' }
  expect(await askCompanyName()).toBe('海边')
})
