import { describe, expect, test } from '@jest/globals'
import { openApiCallsIn } from '../openapi-calls'
import { permissionFindings, readPermissions } from './permissions'

describe('calls to WeChat in a bundle', () => {
  test('are found, however often and under whatever name esbuild gives', () => {
    const bundle = `
      var openapi = sdk.openapi;
      await openapi.subscribeMessage.send({}); openapi2.wxa.sec.order.uploadShippingInfo(a);
      openapi.subscribeMessage.send({})`
    expect(openApiCallsIn(bundle)).toEqual([
      'subscribeMessage.send',
      'wxa.sec.order.uploadShippingInfo',
    ])
    expect(openApiCallsIn('exports.main = () => 1')).toEqual([])
  })

  test.each(['const { security } = openapi;', 'openapi[area].send({})', 'give(openapi)'])(
    'are not guessed at: %s',
    (code) => {
      expect(() => openApiCallsIn(code)).toThrow('write openapi.area.call')
    },
  )
})

describe('permissions', () => {
  const say = (calls: string[], asked: string[]) =>
    permissionFindings([{ name: 'order', calls, asked }]).map(({ level, says }) => [level, says])

  test('that miss a call, or are for none, are found', () => {
    expect(say(['a.send', 'b.check'], ['a.send'])[0]).toEqual([
      'error',
      'order calls b.check without permission: WeChat refuses it with -604101',
    ])
    expect(say(['a.send'], ['a.send', 'b.check'])[0]).toEqual([
      'warning',
      'order may call b.check and never does',
    ])
    expect(say(['a.send'], ['a.send'])[0]?.[0]).toBe('ok')
  })

  test('say how they come online, which no tool does', () => {
    const [, upload] = permissionFindings([{ name: 'order', calls: ['a.send'], asked: ['a.send'] }])
    expect(upload).toMatchObject({ level: 'byHand', todo: expect.stringContaining('上传并部署') })
  })

  test('of every function are those its code needs', async () => {
    const functions = await readPermissions()
    expect(functions.find(({ name }) => name === 'catalog')?.calls).toEqual([
      'wxacode.getUnlimited',
    ])
    expect(permissionFindings(functions).filter(({ level }) => level !== 'byHand')).toEqual([
      expect.objectContaining({ level: 'ok' }),
    ])
  })
})
