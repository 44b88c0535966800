import { showActionSheet } from './action-sheet'
import type { ChatFile } from './chat-files'
import { openFullPage } from './full-page'
import type { Stage } from './stage'

export interface DocumentViewerOptions {
  file: ChatFile
  /** Whether it is what its name says: another opens, too, and cannot be shown. */
  isWhole: boolean
  /** The menu that sends and saves it, which is not there unless it is asked for. */
  showMenu: boolean
}

/** WeChat's page for a document; the browser shows what is in it, in a tab of its own. */
export function viewDocument(
  stage: Stage,
  { file, isWhole, showMenu }: DocumentViewerOptions,
  send: (file: ChatFile) => Promise<boolean>,
): Promise<void> {
  stage.style('document', STYLE)
  const { make } = stage
  const url = URL.createObjectURL(new Blob([file.bytes], { type: file.type }))
  return new Promise((resolve) => {
    const page = openFullPage(stage, {
      name: 'document',
      title: file.name,
      onBack: () => {
        page.close()
        URL.revokeObjectURL(url)
        resolve()
      },
      ...(showMenu ? { action: { text: '更多', onClick: () => void menu() } } : {}),
    })
    const save = make('a', { href: url, download: file.name, hidden: true })
    const menu = async (): Promise<void> => {
      const chosen = await showActionSheet(stage, { items: ['发送给朋友', '保存到手机'] })
      if (chosen === 0) await send(file)
      if (chosen === 1) save.click()
    }
    page.body.append(
      isWhole
        ? make('a', { class: 'wxs-document', href: url, target: '_blank' }, '在浏览器里看内容')
        : make('p', { class: 'wxs-document', role: 'alert' }, '文件已损坏，无法打开'),
      make('p', { class: 'wxs-document wxs-small' }, `${Math.ceil(file.bytes.length / 1024)} KB`),
      save,
    )
  })
}

const STYLE = `
.wxs-layer[data-surface="document"] header button { flex: none; white-space: nowrap }
.wxs-document { display: block; padding: 16px; text-align: center; color: var(--wxs-text) }
`
