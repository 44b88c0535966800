import { openRequestSheet } from './request-sheet'
import type { Stage } from './stage'

export interface PermissionRequest {
  /** What is asked for: 获取你的位置信息. */
  what: string
  /** Why, in the mini program's own words. */
  reason: string
}

/** Asks for a permission; true when the user allows it. */
export function askPermission(stage: Stage, { what, reason }: PermissionRequest): Promise<boolean> {
  return new Promise((resolve) => {
    openRequestSheet(stage, {
      name: 'permission',
      title: what,
      allow: '允许',
      refuse: '拒绝',
      body: reason ? [stage.make('p', {}, reason)] : [],
      onAnswer: resolve,
    })
  })
}
