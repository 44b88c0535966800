import type { PhoneHost } from '../runtime/types'

const NAMES = [
  '何小满',
  '林知远',
  '周清和',
  '许见山',
  '沈未眠',
  '苏晚晴',
  '叶南星',
  '顾一鸣',
] as const
const COLOURS = ['#2b6467', '#8ca065', '#d8a550', '#c07a54', '#4f6396', '#a76a72'] as const

/** The name this user has in WeChat: the same for as long as the user's name is. */
export function nicknameOf({ user }: PhoneHost): string {
  return NAMES[numberOf(user) % NAMES.length] ?? user
}

/** Draws the picture this user has in WeChat: hills and the first sign of the name. */
export function drawAvatar(host: PhoneHost, size: number): HTMLCanvasElement {
  const canvas = host.document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The avatar cannot be drawn')
  const number = numberOf(host.user)
  context.fillStyle = COLOURS[number % COLOURS.length] ?? '#2b6467'
  context.fillRect(0, 0, size, size)
  context.fillStyle = 'rgba(255,255,255,.18)'
  context.beginPath()
  context.moveTo(0, size)
  context.lineTo(0, size * 0.72)
  context.quadraticCurveTo(size * 0.3, size * 0.5, size * 0.55, size * 0.74)
  context.quadraticCurveTo(size * 0.8, size * 0.58, size, size * 0.7)
  context.lineTo(size, size)
  context.fill()
  context.fillStyle = '#fff'
  context.font = `600 ${Math.round(size * 0.42)}px "PingFang SC", "Noto Sans CJK SC", sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText([...nicknameOf(host)][0] ?? '', size / 2, size * 0.48)
  return canvas
}

function numberOf(user: string): number {
  return [...user].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7)
}
