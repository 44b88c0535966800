import * as v from 'valibot'

/** An id of ours: letters, digits and `. _ : -`, so that it can never break out of a key. */
export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._:-]{1,80}$/))

/** Half of a character of two units, as a phone leaves it that cuts an emoji at its limit. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text that a person typed: trimmed, whole characters, none that controls or turns the line. */
export const text = (maximum: number, minimum = 0) =>
  v.pipe(
    v.string(),
    v.maxLength(maximum * 2),
    v.transform((typed) => typed.replace(halves, '').trim()),
    v.minLength(minimum),
    v.maxLength(maximum),
    // eslint-disable-next-line no-control-regex -- control characters are what is refused here
    v.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/),
  )

/** How many of one item; a cart line holds at most 99. */
export const quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))

/** The opaque place to go on from in a list; absent for the first page. */
export const cursor = v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_=-]{1,400}$/)))

/** A mobile number of mainland China, as `wx.chooseAddress` gives it. */
export const mobile = v.pipe(v.string(), v.regex(/^1[3-9]\d{9}$/))

/** A file in the company's cloud storage. */
export const fileId = v.pipe(v.string(), v.regex(/^cloud:\/\/[A-Za-z0-9._/-]{3,240}$/))
