import type { BuiltinProperty } from '../runtime/types'

/** WeChat's accessibility attributes, camelCase as glass-easel passes them. */
export const ariaProperties = [
  'ariaRole',
  'ariaLabel',
  'ariaHidden',
  'ariaDisabled',
  'ariaChecked',
  'ariaSelected',
  'ariaExpanded',
  'ariaPressed',
  'ariaBusy',
  'ariaLive',
  'ariaModal',
  'ariaHaspopup',
  'ariaControls',
  'ariaDescribedby',
  'ariaLabelledby',
  'ariaOwns',
  'ariaLevel',
  'ariaOrientation',
  'ariaReadonly',
  'ariaRequired',
  'ariaSort',
  'ariaValuemax',
  'ariaValuemin',
  'ariaValuenow',
  'ariaValuetext',
] as const

/** What every built-in component takes, besides id, class, style, slot and data-*. */
export const commonProperties: Record<string, BuiltinProperty> = {
  hidden: { type: Boolean },
  /** What `wx.createAnimation().export()` gave. */
  animation: { type: null },
  ...Object.fromEntries(ariaProperties.map((name) => [name, { type: null }])),
}

/** The pressed look; the runtime adds and removes the class. Times in milliseconds. */
export function hoverProperties(
  hoverClass: string,
  startTime: number,
  stayTime: number,
): Record<string, BuiltinProperty> {
  return {
    hoverClass: { type: String, value: hoverClass },
    hoverStartTime: { type: Number, value: startTime },
    hoverStayTime: { type: Number, value: stayTime },
    hoverStopPropagation: { type: Boolean },
  }
}
