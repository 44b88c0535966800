import { expect, test } from '@jest/globals'
import { toChosen } from './invoice-title'

test('a person’s title needs no tax number, a company’s does', () => {
  expect(toChosen({ type: '1', title: ' 何女士 ', taxNumber: '' })).toEqual({
    outcome: 'chosen',
    invoice: { kind: 'person', title: '何女士' },
  })
  expect(toChosen({ type: '0', title: '云山公司', taxNumber: '91530000 ma6abcde1x' })).toEqual({
    outcome: 'chosen',
    invoice: { kind: 'company', title: '云山公司', taxNumber: '91530000MA6ABCDE1X' },
  })
  expect(toChosen({ type: '0', title: '云山公司', taxNumber: '12' })).toEqual({ outcome: 'wrong' })
  expect(toChosen({ type: '1', title: ' ', taxNumber: '' })).toEqual({ outcome: 'wrong' })
})
