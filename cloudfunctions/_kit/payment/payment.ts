import { cloudPayPort } from './cloud-pay'
import type { PaymentPort } from './port'

/** How this company is paid; another way to pay is another port here. */
export const payments: PaymentPort = cloudPayPort
