import { cloudPayPort } from './cloud-pay'
import { integrationCenterPort } from './integration-center'
import { TotalNotPayable } from './port'
import type { PaymentPort } from './port'

/** WeChat Pay's limits on one payment. */
const leastFen = 1
const mostFen = 100_000_000

/** How the company is paid, as `PAYMENT_ADAPTER` says; through Cloud Development's own payment else. */
export const payments: PaymentPort = withinLimits(portNamed(process.env.PAYMENT_ADAPTER))

function portNamed(name = ''): PaymentPort {
  switch (name) {
    case '':
    case 'cloudPay':
      return cloudPayPort
    case 'integrationCenter':
      return integrationCenterPort
    default:
      throw new Error(`PAYMENT_ADAPTER is ${name}: use cloudPay or integrationCenter`)
  }
}

function withinLimits(port: PaymentPort): PaymentPort {
  return {
    ...port,
    async create(request) {
      const { totalFen } = request
      const isPayable =
        Number.isSafeInteger(totalFen) && totalFen >= leastFen && totalFen <= mostFen
      if (!isPayable) throw new TotalNotPayable(totalFen)
      return port.create(request)
    },
  }
}
