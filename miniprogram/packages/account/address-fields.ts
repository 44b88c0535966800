import type { InputOf } from '../../../shared/contract/define'
import type { AppContract } from '../../../shared/contract'
import type { MessageTexts } from '../../../shared/messages/messages'

/** What is written in the form; `region` is province, city and district. */
export interface AddressFields {
  name: string
  phone: string
  region: string[]
  street: string
  isDefault: boolean
}

export type AddressInput = InputOf<AppContract['member.saveAddress']>
export type AddressProblems = Partial<Record<'name' | 'phone' | 'region' | 'street', string>>

/** What is wrong with the form, said beside each field; the server checks the same again. */
export function addressProblems(
  { name, phone, region, street }: AddressFields,
  t: MessageTexts['addresses'],
): AddressProblems {
  const problems: AddressProblems = {}
  const length = (text: string) => text.trim().length
  if (length(name) < 1 || length(name) > 20) problems.name = t.nameWrong
  if (!/^1[3-9]\d{9}$/.test(phone.trim())) problems.phone = t.phoneWrong
  if (!region[0] || !region[1]) problems.region = t.regionWrong
  if (length(street) < 2 || length(street) > 80) problems.street = t.streetWrong
  return problems
}

export const toAddressInput = (
  { name, phone, region, street, isDefault }: AddressFields,
  id?: string,
): AddressInput => ({
  ...(id ? { id } : {}),
  name: name.trim(),
  phone: phone.trim(),
  province: region[0] ?? '',
  city: region[1] ?? '',
  district: region[2] ?? '',
  street: street.trim(),
  isDefault,
})

/** An address of WeChat's own book as ours; its phone may be a landline and is left as it is. */
export const fromWechatAddress = (
  chosen: Pick<
    WechatMiniprogram.ChooseAddressSuccessCallbackResult,
    'userName' | 'telNumber' | 'provinceName' | 'cityName' | 'countyName' | 'detailInfo'
  > & { streetName?: string; detailInfoNew?: string },
): AddressFields => ({
  name: chosen.userName.slice(0, 20),
  phone: chosen.telNumber.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, ''),
  region: [chosen.provinceName, chosen.cityName, chosen.countyName],
  street:
    `${chosen.detailInfoNew ? (chosen.streetName ?? '') : ''}${chosen.detailInfoNew || chosen.detailInfo}`.slice(
      0,
      80,
    ),
  isDefault: false,
})
