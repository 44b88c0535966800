import { openFullPage } from './full-page'
import type { Stage } from './stage'

/** A file of a chat: one that the mini program sent, or one that came from the computer. */
export interface ChatFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  type: string
  /** Epoch seconds, as WeChat tells it. */
  time: number
}

/** The files of the phone's chats while it is open, newest first. */
export type ChatFiles = ChatFile[]

/** Lets the user pick files of a chat; `undefined` when they leave without. */
export function chooseChatFiles(
  stage: Stage,
  files: ChatFiles,
  { count, accepts }: { count: number; accepts: (name: string) => boolean },
): Promise<ChatFile[] | undefined> {
  stage.style('chat-files', STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    const finish = (chosen: ChatFile[] | undefined): void => {
      page.close()
      resolve(chosen)
    }
    const page = openFullPage(stage, {
      name: 'chat-files',
      title: '聊天中的文件',
      onBack: () => finish(undefined),
    })
    const upload = make('input', { type: 'file', multiple: count > 1, hidden: true })
    const problem = make('p', { class: 'wxs-small', role: 'alert' })
    upload.addEventListener('change', () => {
      const picked = [...(upload.files ?? [])].slice(0, count)
      if (picked.some(({ name }) => !accepts(name))) problem.textContent = '不能选这种文件'
      else if (picked.length > 0) void Promise.all(picked.map(toChatFile)).then(finish)
    })
    const row = (label: string, onClick: () => void) =>
      make('button', { class: 'wxs-chat-file', onClick }, label)
    page.body.append(
      row('电脑上的文件', () => upload.click()),
      ...files
        .filter(({ name }) => accepts(name))
        .map((file) => row(file.name, () => finish([file]))),
      problem,
      upload,
    )
  })
}

async function toChatFile(file: File): Promise<ChatFile> {
  return {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    type: file.type,
    time: Math.floor(file.lastModified / 1000),
  }
}

/** Asks whom to send a file to; true when it was sent, which keeps it among the chat's files. */
export function sendChatFile(stage: Stage, files: ChatFiles, file: ChatFile): Promise<boolean> {
  stage.style('chat-files', STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    const finish = (isSent: boolean): void => {
      page.close()
      if (isSent) files.unshift(file)
      resolve(isSent)
    }
    const page = openFullPage(stage, {
      name: 'send-file',
      title: '发送给朋友',
      onBack: () => finish(false),
    })
    const url = URL.createObjectURL(new Blob([file.bytes], { type: file.type }))
    const send = make('button', { class: 'wxs-button', 'data-primary': true }, '发送')
    send.addEventListener('click', () => finish(true))
    page.body.append(
      make('p', { class: 'wxs-chat-file' }, `文件传输助手：${file.name}`),
      make('a', { class: 'wxs-chat-file', href: url, download: file.name }, '存到电脑'),
      send,
    )
  })
}

const STYLE = `
.wxs-chat-file { display: block; width: 100%; padding: 16px; text-align: left; color: var(--wxs-text); background: var(--wxs-surface); border-bottom: 1px solid var(--wxs-line) }
`
