import { cloud } from './cloud'
import type { PayOrder } from './cloud'
import { h } from './element'
import { text } from './texts'
import { timeOfDay } from './time'

const shown = 3

/** Payments that wait at the pretended WeChat Pay, to be paid or refused from outside. */
export function createCashierPanel(onFailure: (error: unknown) => void) {
  const summary = h('small')
  const body = h('div', { class: 'rows' })
  const element = h(
    'section',
    { class: 'panel cashier' },
    h('h2', {}, text('cashier'), h('span', { class: 'gap' }), summary),
    body,
  )

  const act = (order: PayOrder, outcome: 'paid' | 'cancel' | 'fail') => () => {
    cloud.pay(order.outTradeNo, outcome).then(refresh, onFailure)
  }
  const row = (order: PayOrder) =>
    h(
      'div',
      { class: 'payment' },
      h(
        'div',
        { class: 'line' },
        h('b', { class: 'amount' }, `¥${(order.totalFee / 100).toFixed(2)}`),
        h('small', {}, timeOfDay(order.createdAt)),
      ),
      h('div', { class: 'quiet' }, order.body),
      h(
        'div',
        { class: 'choices' },
        h('button', { class: 'primary', onclick: act(order, 'paid') }, text('pay')),
        h('button', { class: 'step', onclick: act(order, 'cancel') }, text('cancelPay')),
        h('button', { class: 'step', onclick: act(order, 'fail') }, text('failPay')),
      ),
    )

  async function refresh(): Promise<void> {
    const waiting = (await cloud.payments())
      .filter(({ state }) => state === 'NOTPAY')
      .sort((a, b) => b.createdAt - a.createdAt)
    summary.textContent = waiting.length > 0 ? text('waiting', { count: waiting.length }) : ''
    body.replaceChildren(
      ...(waiting.length === 0
        ? [h('p', { class: 'empty' }, text('noPayments'))]
        : waiting.slice(0, shown).map(row)),
    )
  }
  return { element, refresh }
}
