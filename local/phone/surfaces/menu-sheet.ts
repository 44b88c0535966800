import { icon, type IconName } from './icon'
import { openLayer, type Stage } from './stage'
import { appNameOf } from './wechat-memory'

/** One thing the menu can do; `unavailable` says why it cannot now. */
export interface MenuItem {
  icon: IconName
  label: string
  unavailable?: string
  run(): void
}

/** The menu behind the three dots of the capsule. */
export function showMenu(stage: Stage, rows: readonly (readonly MenuItem[])[]): void {
  stage.style('menu', STYLE)
  const { make, document, host } = stage
  const close = (): void => layer.close()
  const layer = openLayer(stage, {
    name: 'menu',
    placement: 'bottom',
    label: '菜单',
    scrimCloses: true,
    onDismiss: close,
  })
  const item = ({ icon: name, label, unavailable, run }: MenuItem): HTMLElement => {
    const tile = make('i', {})
    tile.append(icon(document, name, 26))
    return make(
      'button',
      {
        class: 'wxs-menu-item',
        disabled: unavailable !== undefined,
        onClick() {
          close()
          run()
        },
      },
      tile,
      make('span', {}, label),
      unavailable && make('small', {}, unavailable),
    )
  }
  const name = appNameOf(host)
  layer.panel.append(
    make(
      'p',
      { class: 'wxs-menu-app' },
      make('i', { 'aria-hidden': 'true' }, [...name][0] ?? ''),
      make('span', { class: 'wxs-one' }, name),
    ),
    ...rows.map((items) => make('div', { class: 'wxs-menu-row' }, ...items.map(item))),
    make('button', { class: 'wxs-menu-cancel', onClick: close }, '取消'),
  )
}

const STYLE = `
.wxs-menu-app { display: flex; align-items: center; gap: 10px; padding: 20px 24px 12px; font-size: 15px; font-weight: 500 }
.wxs-menu-app i { width: 32px; height: 32px; border-radius: 50%; display: grid; place-items: center; background: var(--wxs-brand); color: #fff; font-style: normal; font-size: 15px }
.wxs-menu-row { display: flex; gap: 4px; padding: 10px 14px; overflow-x: auto; scrollbar-width: none }
.wxs-menu-row + .wxs-menu-row { border-top: .5px solid var(--wxs-line) }
.wxs-menu-item { flex: 0 0 82px; display: flex; flex-direction: column; align-items: center; gap: 6px; padding: 4px 0; font-size: 12px; line-height: 16px; color: var(--wxs-text-2); text-align: center }
.wxs-menu-item i { width: 56px; height: 56px; border-radius: 12px; display: grid; place-items: center; background: var(--wxs-card); color: var(--wxs-text) }
.wxs-menu-item:active i { background: var(--wxs-press) }
.wxs-menu-item:disabled { cursor: default } .wxs-menu-item:disabled i { color: var(--wxs-text-3) }
.wxs-menu-item small { font-size: 11px; color: var(--wxs-text-3) }
.wxs-menu-cancel { min-height: 56px; text-align: center; background: var(--wxs-dialog); margin-bottom: -34px; padding: 0 0 34px; box-sizing: content-box }
.wxs-menu-cancel:active { background: var(--wxs-press) }
`
