import { afterEach, expect, jest, test } from '@jest/globals'
import { savePicture } from './save-picture'

afterEach(() => {
  jest.restoreAllMocks()
})

test.each([
  [undefined, 'saved'],
  ['saveImageToPhotosAlbum:fail auth deny', 'denied'],
  ['saveImageToPhotosAlbum:fail:auth denied', 'denied'],
  ['saveImageToPhotosAlbum:fail cancel', 'cancelled'],
  ['saveImageToPhotosAlbum:fail file not exists', 'failed'],
])('%p is %p', async (errMsg, outcome) => {
  jest.spyOn(console, 'error').mockReturnValue()
  const saveImageToPhotosAlbum = () =>
    errMsg === undefined
      ? Promise.resolve()
      : Promise.reject(Object.assign(new Error(), { errMsg }))
  Object.assign(globalThis, { wx: { saveImageToPhotosAlbum } })
  expect(await savePicture('wxfile://a.png')).toBe(outcome)
})
