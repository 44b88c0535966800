import { fakeCloud } from '../fakes/wx-server-sdk'

/** A payment as WeChat Pay knows it. */
export interface KnownPayment {
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED'
  totalFee: number
  payer: string
  transactionId: string
}

/** WeChat Pay refuses because it is busy, which says nothing about the payment. */
export const busy = {
  return_code: 'SUCCESS',
  result_code: 'FAIL',
  err_code: 'SYSTEMERROR',
  err_code_des: '系统错误',
}

/** WeChat Pay behind the fake SDK: it opens, is paid by the test, closes and refunds. */
export class FakePay {
  readonly payments = new Map<string, KnownPayment>()
  readonly refunds = new Map<string, { refundFee: number; state: string }>()
  /** What a refund is right after it was asked for. */
  refundState: 'SUCCESS' | 'PROCESSING' = 'SUCCESS'

  constructor() {
    this.answerAgain()
  }

  /** Answers every call; after the test made some of them fail, it works again. */
  answerAgain(): void {
    const ok = { return_code: 'SUCCESS', result_code: 'SUCCESS' }
    const refused = (reason: string) => ({
      return_code: 'SUCCESS',
      result_code: 'FAIL',
      err_code: 'REFUSED',
      err_code_des: reason,
    })
    fakeCloud.answer('cloudPay.unifiedOrder', (asked) => {
      const number = String(asked.out_trade_no)
      if (this.payments.get(number)?.state === 'SUCCESS') return refused('该订单已支付')
      this.payments.set(number, {
        state: 'NOTPAY',
        totalFee: Number(asked.total_fee),
        payer: '',
        transactionId: '',
      })
      const payment = {
        timeStamp: '1',
        nonceStr: 'n',
        package: `prepay_id=${number}`,
        signType: 'MD5',
        paySign: 's',
      }
      return { ...ok, prepay_id: number, payment }
    })
    fakeCloud.answer('cloudPay.queryOrder', (asked) => {
      const number = String(asked.out_trade_no)
      const known = this.payments.get(number)
      if (!known) return refused('订单不存在')
      return {
        ...ok,
        out_trade_no: number,
        trade_state: known.state,
        transaction_id: known.transactionId,
        total_fee: known.totalFee,
        sub_openid: known.payer,
        time_end: '20260321090500',
      }
    })
    fakeCloud.answer('cloudPay.closeOrder', (asked) => {
      const known = this.payments.get(String(asked.out_trade_no))
      if (known?.state === 'SUCCESS') return refused('该订单已支付')
      if (known) known.state = 'CLOSED'
      return ok
    })
    fakeCloud.answer('cloudPay.refund', (asked) => {
      const number = String(asked.out_refund_no)
      if (this.payments.get(String(asked.out_trade_no))?.state !== 'SUCCESS')
        return refused('订单未支付')
      if (!this.refunds.has(number))
        this.refunds.set(number, { refundFee: Number(asked.refund_fee), state: this.refundState })
      return ok
    })
    fakeCloud.answer('cloudPay.queryRefund', (asked) => {
      const refund = this.refunds.get(String(asked.out_refund_no))
      return refund ? { ...ok, refund_status_0: refund.state } : refused('退款单不存在')
    })
  }

  /** The customer pays; what is paid and by whom can be forged. */
  pay(outTradeNo: string, payer: string, totalFee?: number): void {
    const known = this.payments.get(outTradeNo)
    if (!known) throw new Error(`${outTradeNo} was never opened`)
    known.state = 'SUCCESS'
    known.payer = payer
    known.totalFee = totalFee ?? known.totalFee
    known.transactionId = `T-${outTradeNo}`
  }
}
