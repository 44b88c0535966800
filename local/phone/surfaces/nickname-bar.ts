import type { FieldRequest } from '../components/host-requests'
import { nicknameOf } from './profile'
import type { Stage } from './stage'

/** Over a focused `<input type="nickname">`: one tap writes the user's WeChat name. */
export function watchNicknameFields(stage: Stage): void {
  stage.style('nickname', STYLE)
  const { make, host, root } = stage
  let bar: HTMLElement | undefined
  host.on('field', (value) => {
    const field = value as FieldRequest
    bar?.remove()
    bar = undefined
    if (!field.focused || field.type !== 'nickname') return
    const name = nicknameOf(host)
    const button = make('button', { class: 'wxs-link' }, `用微信昵称：${name}`)
    // The field keeps the focus: the bar must not take it before the name is written.
    button.addEventListener('pointerdown', (event) => event.preventDefault())
    button.addEventListener('click', () => field.insert(name))
    bar = make('div', { class: 'wxs-nickname', 'data-surface': 'nickname' }, button)
    root.append(bar)
  })
}

const STYLE = `
.wxs-nickname { position: absolute; left: 0; right: 0; bottom: 0; padding: 4px 16px 38px; pointer-events: auto; background: var(--wxs-sheet); border-top: .5px solid var(--wxs-line) }
.wxs-nickname button { min-height: 44px; font-size: 16px }
`
