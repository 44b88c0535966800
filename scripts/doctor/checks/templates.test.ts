import { describe, expect, test } from '@jest/globals'
import type { MessageTemplate } from '../../../cloudfunctions/_kit/documents/catalog'
import { messageKinds } from '../../../shared/domain/message-kinds'
import { demoTemplates } from '../../seed/templates'
import { givenTemplateFindings, templateFindings } from './templates'

const id = 'x'.repeat(43)
const problemsOf = (kind: string, fields: Record<string, string>, templateId = id) =>
  givenTemplateFindings({ [kind]: { id: templateId, fields } as MessageTemplate }, 'here').flatMap(
    ({ level, says }) => (level === 'ok' ? [] : [says]),
  )

describe('message templates', () => {
  test('that can hold what is put into them are fine, as the demo company’s are', () => {
    const templates = Object.fromEntries(
      Object.entries(demoTemplates).map(([kind, { fields }]) => [kind, { id, fields }]),
    )
    const levels = templateFindings(templates, 'here').map(({ level }) => level)
    expect(levels).toEqual(messageKinds.map(() => 'ok'))
  })

  test('that are missing are named, whatever kinds there are', () => {
    expect(templateFindings({}, 'here').map(({ says }) => says)).toEqual(
      messageKinds.map((kind) => `here: no template for ${kind}, such messages are not sent`),
    )
  })

  test.each([
    ['a fact of another kind of message', { thing1: 'trackingNumber' }, 'never tells'],
    ['a kind of field that WeChat has not', { words2: 'goods' }, 'no field like words2'],
    ['Chinese among Latin letters', { character_string3: 'goods' }, 'cannot hold goods'],
    ['words for a time', { time1: 'goods' }, 'time1 cannot hold goods'],
    ['a number with letters among digits', { number1: 'number' }, 'number1 cannot hold number'],
    ['an amount for a time', { time1: 'total' }, 'time1 cannot hold total'],
    ['a time for an amount', { amount1: 'paidAt' }, 'amount1 cannot hold paidAt'],
    ['a fact that nobody knows', { thing1: 'weather' }, 'never tells'],
    ['no field', {}, 'it fills no field'],
  ])('that want %s are errors', (_what, fields, said) => {
    expect(problemsOf('orderPaid', fields)).toEqual([expect.stringContaining(said)])
  })

  test('of alerts are held against what alerts say', () => {
    expect(
      problemsOf('alert', { thing1: 'problem', number2: 'count', time3: 'noticedAt' }),
    ).toEqual([])
    expect(problemsOf('alert', { phrase1: 'problem' })).toHaveLength(1)
  })

  test('need an id that WeChat gave, and messages that are sent', () => {
    expect(problemsOf('orderPaid', { thing1: 'goods' }, 'short')).toEqual([
      'here: orderPaid: "short" is no template id: those have 43 characters',
    ])
    expect(problemsOf('orderLost', { thing1: 'goods' })).toEqual([
      'here: there are no messages "orderLost"',
    ])
  })
})
