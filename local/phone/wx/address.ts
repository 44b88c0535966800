import { type Api, ApiFailure, asyncApi } from './define-api'
import type { PhoneContext } from './phone-context'
import { requireDeclared } from './required-private-infos'

const ADDRESS_FIELDS = [
  'userName',
  'postalCode',
  'provinceName',
  'cityName',
  'countyName',
  'streetName',
  'detailInfo',
  'detailInfoNew',
  'nationalCode',
  'telNumber',
]
const INVOICE_FIELDS = [
  'type',
  'title',
  'taxNumber',
  'companyAddress',
  'telephone',
  'bankName',
  'bankAccount',
]

/** WeChat's own address book and invoice titles. */
export function addressApis({ host, surfaces, privacy }: PhoneContext): Api[] {
  return [
    asyncApi(
      host,
      'chooseAddress',
      {},
      async () => {
        await privacy.require('chooseAddress')
        requireDeclared(host, 'chooseAddress')
        const address = await surfaces.chooseAddress()
        if (!address) throw new ApiFailure('cancel')
        return address
      },
      ADDRESS_FIELDS,
    ),
    asyncApi(
      host,
      'chooseInvoiceTitle',
      {},
      async () => {
        await privacy.require('chooseInvoiceTitle')
        const title = await surfaces.chooseInvoiceTitle()
        if (!title) throw new ApiFailure('cancel')
        return title
      },
      INVOICE_FIELDS,
    ),
  ]
}
