/**
 * Marks in compiled style sheets for what is known only on the phone. They are private-use
 * characters, so that no style sheet can contain them by accident.
 */

/** Before each class name: becomes the prefix of the component's style scope. */
export const CLASS_MARK = '\uE000'
/** In place of the scope's own name, in the selector that stands for `:host`. */
export const HOST_MARK = '\uE001'
/** Around a number of rpx: `\uE002750\uE002`. */
export const RPX_MARK = '\uE002'
/** In place of `(prefers-color-scheme: dark)` and `light`, which follow WeChat's theme. */
export const DARK_MARK = '\uE003'
export const LIGHT_MARK = '\uE004'
