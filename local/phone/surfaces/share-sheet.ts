import type { OpenLocalPhone } from '../wx/host-events'
import { drawSample } from './sample-pictures'
import type { ShareCard } from './share-card'
import { openLayer, type Stage } from './stage'
import { appNameOf } from './wechat-memory'

export interface ShareSheetOptions {
  card: ShareCard
  /** 1007 from a friend, 1154 from the timeline. */
  scene: number
  imageUrl: string | undefined
}

interface LocalUser {
  name: string
}

/** Shows the card and sends it to another user of this laptop; resolves when it is sent or closed. */
export async function showShareSheet(
  stage: Stage,
  { card, scene, imageUrl }: ShareSheetOptions,
): Promise<void> {
  stage.style('share', STYLE)
  const { make, host, document } = stage
  const known = await host.request<LocalUser[]>('/local/users').catch(() => [])
  const others = known.map(({ name }) => name).filter((name) => name !== host.user)
  return new Promise((resolve) => {
    const close = (): void => {
      layer.close()
      resolve()
    }
    const field = make('input', {
      class: 'wxs-share-field',
      placeholder: '发给谁：写一个本地用户名',
      'aria-label': '发给谁',
      autocomplete: 'off',
    })
    field.value = others[0] ?? ''
    const send = (): void => {
      const user = field.value.trim()
      if (user === '') return field.focus()
      const request: OpenLocalPhone = { user, path: card.path, scene }
      host.send('openLocalPhone', request)
      close()
    }
    const layer = openLayer(stage, {
      name: 'share',
      placement: 'center',
      label: '发送给',
      onDismiss: close,
      native: { shareConfirm: send, shareCancel: close },
    })
    const picture = imageUrl
      ? make('img', { src: imageUrl, alt: '' })
      : drawSample(document, 1, 420, 336)
    layer.panel.append(
      make(
        'div',
        { class: 'wxs-share-body' },
        make('h2', {}, scene === 1154 ? '分享到朋友圈' : '发送给'),
        make(
          'div',
          { class: 'wxs-share-people' },
          ...others
            .slice(0, 6)
            .map((name) => make('button', { onClick: () => void (field.value = name) }, name)),
        ),
        field,
        make(
          'figure',
          { class: 'wxs-share-card' },
          make('p', { class: 'wxs-tiny' }, appNameOf(host)),
          make('p', { class: 'wxs-share-title' }, card.title),
          picture,
          make('figcaption', { class: 'wxs-tiny wxs-one' }, `小程序 · ${card.path}`),
        ),
      ),
      make(
        'div',
        { class: 'wxs-modal-buttons' },
        make('button', { onClick: close }, '取消'),
        make('button', { class: 'wxs-share-send', onClick: send }, '发送'),
      ),
    )
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') send()
    })
  })
}

const STYLE = `
.wxs-share-body { padding: 24px 24px 20px }
.wxs-share-body h2 { font-weight: 600 }
.wxs-share-people { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0 }
.wxs-share-people button { min-height: 32px; padding: 0 12px; border-radius: 6px; background: var(--wxs-fill); font-size: 14px }
.wxs-share-field { height: 40px; padding: 0 12px; border-radius: 6px; background: var(--wxs-fill); font-size: 15px }
.wxs-share-card { margin: 16px 0 0; padding: 12px; border-radius: 8px; border: .5px solid var(--wxs-line) }
.wxs-share-title { margin: 4px 0 8px; font-size: 15px; overflow-wrap: anywhere }
.wxs-share-card canvas, .wxs-share-card img { display: block; width: 100%; aspect-ratio: 5 / 4; object-fit: cover; border-radius: 4px }
.wxs-share-card figcaption { margin-top: 8px }
.wxs-modal-buttons { flex: none; display: flex; border-top: .5px solid var(--wxs-line) }
.wxs-modal-buttons button { flex: 1; min-width: 0; height: 56px; text-align: center; font-weight: 500 }
.wxs-modal-buttons button + button { border-left: .5px solid var(--wxs-line) }
.wxs-share-send { color: var(--wxs-link) }
`
