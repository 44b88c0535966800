import * as v from 'valibot'
import { text } from './fields'

const email = v.pipe(v.string(), v.maxLength(80), v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/))

/** What an invoice is to say, as `wx.chooseInvoiceTitle` gives it or a person types it. */
export const invoiceWish = v.variant('kind', [
  v.strictObject({ kind: v.literal('person'), title: text(100, 1), email: v.optional(email) }),
  v.strictObject({
    kind: v.literal('company'),
    title: text(100, 1),
    /** 15 to 20 signs, as China's companies have them. */
    taxNumber: v.pipe(v.string(), v.regex(/^[0-9A-Z]{15,20}$/)),
    email: v.optional(email),
  }),
])
export type InvoiceWish = v.InferOutput<typeof invoiceWish>
