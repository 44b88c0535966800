import { openLayer, type Stage } from './stage'

export interface ActionSheetOptions {
  items: readonly string[]
  color?: string
  title?: string
}

/** Shows a list of actions; resolves with the index, or `undefined` when it was closed. */
export function showActionSheet(
  stage: Stage,
  { items, color, title }: ActionSheetOptions,
): Promise<number | undefined> {
  stage.style('action-sheet', STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    const choose = (index: number | undefined) => () => {
      layer.close()
      resolve(index)
    }
    const layer = openLayer(stage, {
      name: 'action-sheet',
      placement: 'bottom',
      label: title || '选择',
      scrimCloses: true,
      onDismiss: choose(undefined),
    })
    const buttons = items.map((text, index) => {
      const button = make('button', { class: 'wxs-action', onClick: choose(index) }, text)
      if (color) button.style.color = color
      return button
    })
    layer.panel.append(
      make(
        'div',
        { class: 'wxs-scroll' },
        title ? make('p', { class: 'wxs-action-title' }, title) : undefined,
        ...buttons,
      ),
      make('button', { class: 'wxs-action wxs-action-cancel', onClick: choose(undefined) }, '取消'),
    )
  })
}

const STYLE = `
.wxs-layer[data-surface="action-sheet"] > .wxs-panel, .wxs-action { background: var(--wxs-dialog) }
.wxs-action { display: block; width: 100%; min-height: 56px; padding: 12px 24px; text-align: center; border-top: .5px solid var(--wxs-line) }
.wxs-action:first-child { border-top: 0 }
.wxs-action:active { background: var(--wxs-press) }
.wxs-action-title { padding: 18px 24px; text-align: center; font-size: 13px; color: var(--wxs-text-2) }
.wxs-action-cancel { flex: none; border-top: 8px solid var(--wxs-sheet) }
`
