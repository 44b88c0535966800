import { builtinOf } from './easel/builtin-instance'
import type { EaselElement } from './easel/window-backend'

/** The pressed look of the elements under a finger. */
export interface Hover {
  /** The finger left without a tap: the look goes at once. */
  cancel(): void
  /** The finger was lifted: the look comes, if it has not yet, and goes after its time. */
  release(): void
}

interface Hovered {
  element: HTMLElement
  classes: string[]
  stay: number
  isOn: boolean
  timer: number
}

export function pressHover(element: EaselElement, view: Window): Hover {
  const hovered: Hovered[] = []
  for (let node = element.$$ as unknown as Node | null; node; node = node.parentNode) {
    const builtin = builtinOf((node as { __wxElement?: unknown }).__wxElement)
    if (!builtin) continue
    const {
      hoverClass,
      hoverStartTime = 50,
      hoverStayTime = 400,
      hoverStopPropagation,
      disabled,
    } = builtin.data
    if (typeof hoverClass === 'string' && hoverClass !== '' && hoverClass !== 'none' && !disabled) {
      const classes = builtin.scopedClass(hoverClass).split(' ')
      // The built-in's own pressed look (`button-hover`) has no scope.
      if (!classes.includes(hoverClass)) classes.push(hoverClass)
      const each: Hovered = {
        element: builtin.element,
        classes,
        stay: Number(hoverStayTime),
        isOn: false,
        timer: 0,
      }
      each.timer = view.setTimeout(turnOn, Number(hoverStartTime), each)
      hovered.push(each)
    }
    if (hoverStopPropagation) break
  }
  return {
    cancel() {
      for (const each of hovered) {
        view.clearTimeout(each.timer)
        turnOff(each)
      }
    },
    release() {
      for (const each of hovered) {
        view.clearTimeout(each.timer)
        turnOn(each)
        each.timer = view.setTimeout(turnOff, each.stay, each)
      }
    },
  }
}

function turnOn(hovered: Hovered): void {
  hovered.isOn = true
  hovered.element.classList.add(...hovered.classes)
}

function turnOff(hovered: Hovered): void {
  if (!hovered.isOn) return
  hovered.isOn = false
  hovered.element.classList.remove(...hovered.classes)
}
