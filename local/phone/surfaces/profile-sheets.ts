import type { Album } from './album'
import { showActionSheet } from './action-sheet'
import { fileOfCanvas, type PictureFile } from './picture-file'
import { choosePictures } from './picture-picker'
import { drawAvatar } from './profile'
import { openRequestSheet } from './request-sheet'
import type { Stage } from './stage'

/** `<button open-type="chooseAvatar">`: the user's picture; `undefined` when they leave. */
export async function chooseAvatar(stage: Stage, album: Album): Promise<PictureFile | undefined> {
  const chosen = await showActionSheet(stage, { items: ['用微信头像', '从相册选择', '拍照'] })
  if (chosen === undefined) return undefined
  if (chosen === 0) return fileOfCanvas(drawAvatar(stage.host, 640))
  const pictures = await choosePictures(stage, album, { count: 1, camera: chosen === 2 })
  return pictures?.[0]
}

/** `<button open-type="getPhoneNumber">`: true when the user lets the mini program have it. */
export function askPhoneNumber(stage: Stage, masked: string, realtime: boolean): Promise<boolean> {
  stage.style('phone-number', STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    openRequestSheet(stage, {
      name: 'phone-number',
      title: realtime ? '获取并验证你的手机号' : '获取你的手机号',
      allow: '允许',
      refuse: '不允许',
      body: [
        make(
          'div',
          { class: 'wxs-phone-number' },
          make('span', {}, masked),
          make('small', {}, '微信绑定号码'),
        ),
      ],
      onAnswer: resolve,
    })
  })
}

const STYLE = `
.wxs-phone-number { margin-top: 12px; padding: 14px 16px; border-radius: 8px; background: var(--wxs-card); font-variant-numeric: tabular-nums }
.wxs-phone-number small { display: block; font-size: 13px; color: var(--wxs-text-2) }
`
