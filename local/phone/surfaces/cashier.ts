import { icon, type IconName } from './icon'
import { openLayer, type Stage } from './stage'

/** An order waiting at the local cashier, as the local cloud tells it. */
export interface PrepaidOrder {
  outTradeNo: string
  /** Integer fen. */
  totalFee: number
  body: string
  /** WeChat Pay's word for it: NOTPAY, SUCCESS, CLOSED. */
  state: string
}

export type CashierOutcome =
  { state: 'paid' } | { state: 'cancelled' } | { state: 'failed'; reason: string }

interface Trial {
  label: string
  /** What the local cloud is told; WeChat would do this by itself. */
  play: Record<string, unknown>
  outcome: CashierOutcome
}

const PAID: CashierOutcome = { state: 'paid' }
const CANCELLED: CashierOutcome = { state: 'cancelled' }

const TRIALS: readonly Trial[] = [
  { label: '取消', play: { outcome: 'cancel' }, outcome: CANCELLED },
  {
    label: '余额不足',
    play: { outcome: 'fail' },
    outcome: { state: 'failed', reason: '余额不足' },
  },
  { label: '回调晚 30 秒', play: { outcome: 'paid', callbackDelayMs: 30_000 }, outcome: PAID },
  { label: '回调来两次', play: { outcome: 'paid', callbackTimes: 2 }, outcome: PAID },
]

/** Shows the cashier for an order and plays what the customer chose to the local cloud. */
export function showCashier(stage: Stage, order: PrepaidOrder): Promise<CashierOutcome> {
  stage.style('cashier', STYLE)
  const { make, document, host } = stage
  return new Promise((resolve) => {
    let busy = false
    const play = (trial: Trial) => async () => {
      if (busy) return
      busy = true
      pay.disabled = true
      const path = `/local/pay/${encodeURIComponent(order.outTradeNo)}`
      try {
        await host.request(path, { ...trial.play, payer: host.user })
        finish(trial.outcome)
      } catch (error) {
        // The customer may leave without network; nothing was paid then.
        if (trial.outcome === CANCELLED) return finish(CANCELLED)
        problem.textContent = `没有付成：${error instanceof Error ? error.message : String(error)}`
        busy = false
        pay.disabled = false
      }
    }
    const finish = (outcome: CashierOutcome) => {
      layer.close()
      resolve(outcome)
    }
    const cancel = play({ label: '取消', play: { outcome: 'cancel' }, outcome: CANCELLED })
    const layer = openLayer(stage, {
      name: 'cashier',
      placement: 'bottom',
      label: '收银台',
      onDismiss: () => void cancel(),
      native: { closePaymentDialog: () => void cancel() },
    })
    const pay = make(
      'button',
      {
        class: 'wxs-pay',
        onClick: () => void play({ label: '', play: { outcome: 'paid' }, outcome: PAID })(),
      },
      '确认付款',
    )
    const problem = make('p', { class: 'wxs-pay-problem', role: 'alert' })
    const close = make('button', { 'aria-label': '取消付款', onClick: () => void cancel() })
    close.append(icon(document, 'close', 22))
    layer.panel.append(
      make('div', { class: 'wxs-head' }, close, make('span', {}, '收银台')),
      make(
        'div',
        { class: 'wxs-scroll wxs-pay-body' },
        make('p', { class: 'wxs-pay-note' }, ...noteOf(stage)),
        make('p', { class: 'wxs-pay-for wxs-one' }, order.body),
        amount(stage, order.totalFee),
        methods(stage),
        problem,
        pay,
        make('p', { class: 'wxs-small wxs-pay-try' }, '也可以试试'),
        make(
          'div',
          { class: 'wxs-pay-trials' },
          ...TRIALS.map((trial) =>
            make('button', { onClick: () => void play(trial)() }, trial.label),
          ),
        ),
      ),
    )
    pay.focus({ preventScroll: true })
  })
}

function noteOf({ make }: Stage): (HTMLElement | string)[] {
  const dot = () => make('i', {})
  return ['本地模拟', dot(), '不会真的扣款', dot(), '微信里这里是微信自己的付款页']
}

/** Fen as yuan with two decimals; the sign and the decimals are smaller. */
function amount({ make }: Stage, totalFee: number): HTMLElement {
  const yuan = Math.floor(totalFee / 100).toLocaleString('en-US')
  const fen = String(totalFee % 100).padStart(2, '0')
  return make(
    'p',
    { class: 'wxs-pay-amount', 'aria-label': `${yuan}.${fen} 元` },
    make('small', {}, '¥'),
    yuan,
    make('small', {}, `.${fen}`),
  )
}

function methods(stage: Stage): HTMLElement {
  const { make, document } = stage
  const method = (name: IconName, title: string, note: string | undefined, chosen: boolean) => {
    const mark = make('span', { class: 'wxs-pay-check' })
    mark.append(icon(document, 'check', 14, 3))
    const row = make(
      'button',
      { class: 'wxs-pay-method', role: 'radio', 'aria-checked': String(chosen) },
      make('span', { class: 'wxs-grow' }, title, note && make('small', {}, note)),
      mark,
    )
    row.prepend(icon(document, name, 20))
    return row
  }
  const rows = [
    method('wallet', '零钱', '余额 ¥2,000.00', true),
    method('card', '储蓄卡 0027', undefined, false),
  ]
  rows.forEach((row) =>
    row.addEventListener('click', () =>
      rows.forEach((other) => other.setAttribute('aria-checked', String(other === row))),
    ),
  )
  return make(
    'div',
    { class: 'wxs-pay-methods', role: 'radiogroup', 'aria-label': '付款方式' },
    ...rows,
  )
}

const STYLE = `
.wxs .wxs-layer[data-surface="cashier"] > .wxs-panel { border-radius: 22px 22px 0 0; background: var(--wxs-surface); font-size: 15px }
.wxs-pay-body { padding: 0 20px 24px }
.wxs-pay-note { display: flex; align-items: center; justify-content: center; gap: 6px; min-height: 26px; padding: 4px 8px; border-radius: 6px; background: var(--wxs-note); color: var(--wxs-note-text); font-size: 11px; white-space: nowrap }
.wxs-pay-note i { width: 3px; height: 3px; border-radius: 50%; background: currentColor; opacity: .55 }
.wxs-pay-for { margin-top: 26px; text-align: center; color: var(--wxs-text-2) }
.wxs-pay-amount { margin-top: 6px; text-align: center; font-size: 40px; line-height: 52px; font-weight: 600; font-variant-numeric: tabular-nums }
.wxs-pay-amount small { font-size: .62em }
.wxs-pay-methods { margin: 22px 0 }
.wxs-pay-method { display: flex; align-items: center; gap: 12px; width: 100%; min-height: 52px; padding: 6px 0; border-top: 1px solid var(--wxs-line); color: var(--wxs-text) }
.wxs-pay-method:last-child { border-bottom: 1px solid var(--wxs-line) }
.wxs-pay-method > svg { color: var(--wxs-text-2) }
.wxs-pay-method small { display: block; font-size: 13px; line-height: 18px; color: var(--wxs-text-2) }
.wxs-pay-check { width: 20px; height: 20px; border-radius: 50%; border: 1px solid var(--wxs-text-3); display: grid; place-items: center; color: transparent }
.wxs-pay-method[aria-checked="true"] .wxs-pay-check { background: var(--wxs-pay); border-color: var(--wxs-pay); color: #fff }
.wxs-pay { display: block; width: 100%; height: 50px; border-radius: 8px; background: var(--wxs-pay); color: #fff; font-size: 17px; font-weight: 600; text-align: center }
.wxs-pay:active, .wxs .wxs-pay:disabled { background: var(--wxs-pay-press) }
.wxs-pay-problem { color: var(--wxs-danger); font-size: 13px; text-align: center }
.wxs-pay-problem:not(:empty) { margin: -8px 0 12px }
.wxs-pay-try { margin: 20px 0 8px; font-size: 13px }
.wxs-pay-trials { display: flex; flex-wrap: wrap; gap: 8px }
.wxs-pay-trials button { height: 30px; padding: 0 12px; border-radius: 6px; background: var(--wxs-fill); font-size: 13px }
.wxs-pay-trials button:active { background: var(--wxs-press) }
`
