import { describe, expect, test } from '@jest/globals'
import { readKeyPath, readUploadOptions, requireAppId } from './upload-options'

describe('the command line of an upload', () => {
  test('wants a version and what is new in it', () => {
    expect(readUploadOptions(['--version', '1.2.0', '--desc', 'gift cards'])).toEqual({
      isPreview: false,
      version: '1.2.0',
      description: 'gift cards',
      robot: 1,
      isDirtyAllowed: false,
    })
    expect(() => readUploadOptions(['--version', 'new', '--desc', 'a'])).toThrow(/like 1\.2\.0/)
    expect(() => readUploadOptions(['--version', '1.2.0'])).toThrow(/what is new/)
    expect(() => readUploadOptions(['--versoin', '1.2.0'])).toThrow(/npm run upload/)
    expect(() => readUploadOptions([], { npm_config_desc: 'a' })).toThrow('write -- before')
  })

  test('a preview wants neither; robots end at thirty', () => {
    expect(readUploadOptions(['--preview'])).toMatchObject({ isPreview: true })
    expect(() => readUploadOptions(['--preview', '--robot', '31'])).toThrow(/from 1 to 30/)
  })

  test('needs a key that is there and an AppID of the company', () => {
    expect(() => readKeyPath({})).toThrow(/mp\.weixin\.qq\.com/)
    expect(() => readKeyPath({ MINIPROGRAM_PRIVATE_KEY_PATH: '/not/here.key' })).toThrow()
    expect(() => readKeyPath({ MINIPROGRAM_PRIVATE_KEY_PATH: __dirname })).toThrow(/names no file/)
    expect(() => readKeyPath({ MINIPROGRAM_PRIVATE_KEY_PATH: __filename })).toThrow(
      /no private key/,
    )
    expect(() => requireAppId('touristappid')).toThrow(/project\.config\.json/)
  })
})
