import { describe, expect, test } from '@jest/globals'
import { paymentFindings } from './online'

const [isForCustomers, isForTrials] = [true, false]
type Payment = Parameters<typeof paymentFindings>
const errors = (variables: Payment[0], rules: Payment[1]) =>
  paymentFindings(variables, rules, isForCustomers)
    .filter(({ level }) => level === 'error')
    .map(({ says }) => says)

describe('whether customers can pay', () => {
  test('with Cloud Development, a merchant number is needed', () => {
    expect(errors({ SUB_MCH_ID: '1900000109', MINIPROGRAM_STATE: 'formal' }, {})).toEqual([])
    expect(errors({ MINIPROGRAM_STATE: 'formal' }, {})).toEqual([
      'the merchant number is "": nobody can pay',
    ])
  })

  test('with the Integration Center, its function has an address, a key and no other callers', () => {
    const variables = {
      PAYMENT_ADAPTER: 'integrationCenter',
      PAYMENT_FUNCTION_URL: 'https://e.api.tcloudbasegateway.com/v1/functions/wx-pay?webfn=true',
      PAYMENT_FUNCTION_KEY: 'key',
    }
    expect(errors(variables, { 'wx-pay': { invoke: false } })).toEqual([])
    expect(errors(variables, { '*': { invoke: true } })).toEqual([
      'pages may call the payment function wx-pay, refunds included',
    ])
    expect(errors({ PAYMENT_ADAPTER: 'integrationCenter' }, {})).toHaveLength(2)
  })

  test('a way to pay that nobody knows is none', () => {
    expect(errors({ PAYMENT_ADAPTER: 'cloudpay', SUB_MCH_ID: '1900000109' }, {})).toEqual([
      'no way to pay is called "cloudpay"',
    ])
  })

  test.each([
    ['formal', isForCustomers, 'ok'],
    ['trial', isForCustomers, 'warning'],
    ['trial', isForTrials, 'ok'],
    ['formal', isForTrials, 'warning'],
  ])('messages that open the version %s suit customers: %s, so %s', (state, customers, level) => {
    const variables = { SUB_MCH_ID: '1900000109', MINIPROGRAM_STATE: state }
    expect(paymentFindings(variables, {}, customers)).toContainEqual(
      expect.objectContaining({ level, says: `messages open the version "${state}"` }),
    )
  })
})
