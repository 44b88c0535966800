import type { AddressFields } from '../address-fields'
import type { RecognisedAddress } from '../recognise/recognise-address'

/**
 * The form with what a pasted text says; what it does not say stays as it is. The same form when
 * it says nothing.
 */
export function withRecognised(fields: AddressFields, found: RecognisedAddress): AddressFields {
  const { name, phone, province, city, district, street } = found
  if (!name && !phone && !province) return fields
  return {
    ...fields,
    name: name || fields.name,
    phone: phone || fields.phone,
    region: province ? [province, city, district] : fields.region,
    street: street || fields.street,
  }
}
