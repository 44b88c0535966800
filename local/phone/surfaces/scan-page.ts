import { FORM_STYLE } from './form-field'
import { openFullPage } from './full-page'
import type { Stage } from './stage'

export interface ScannedCode {
  result: string
  scanType: 'QR_CODE' | 'WX_CODE' | 'EAN_13' | 'CODE_128'
  /** The page of a mini program code. */
  path?: string
}

interface Detector {
  detect(image: ImageBitmap): Promise<{ rawValue: string; format: string }[]>
}

const FORMATS: Record<string, ScannedCode['scanType']> = {
  ean_13: 'EAN_13',
  code_128: 'CODE_128',
}

/** The scanner: a code is typed or pasted, or read from a picture; `undefined` when closed. */
export function scanCode(stage: Stage): Promise<ScannedCode | undefined> {
  stage.style('form', FORM_STYLE)
  stage.style('scan', STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    const finish = (code: ScannedCode | undefined): void => {
      page.close()
      resolve(code)
    }
    const page = openFullPage(stage, {
      name: 'scan',
      title: '扫一扫',
      onBack: () => finish(undefined),
    })
    const field = make('input', {
      placeholder: '粘贴或输入码里的内容',
      'aria-label': '码的内容',
      autocomplete: 'off',
    })
    const problem = make('p', { class: 'wxs-form-problem', role: 'alert' })
    const use = (): void => {
      const text = field.value.trim()
      if (text === '') problem.textContent = '先写一个码'
      else finish(codeOf(text))
    }
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') use()
    })
    const upload = make('input', { type: 'file', accept: 'image/*', hidden: true })
    upload.addEventListener('change', () => void read(upload.files?.[0]))
    const read = async (file: File | undefined): Promise<void> => {
      if (!file) return
      try {
        finish(await readPicture(stage, file))
      } catch (error) {
        problem.textContent = error instanceof Error ? error.message : String(error)
      }
    }
    page.body.append(
      make('div', { class: 'wxs-scan-view', 'aria-hidden': 'true' }, make('i', {})),
      make('p', { class: 'wxs-scan-note' }, '本地手机没有摄像头：把码里的内容贴在下面'),
      make('div', { class: 'wxs-scan-field' }, field),
      problem,
      make(
        'div',
        { class: 'wxs-form-actions' },
        make('button', { class: 'wxs-button', 'data-primary': true, onClick: use }, '扫这个码'),
        make('button', { class: 'wxs-button', onClick: () => upload.click() }, '从图片里读'),
      ),
      upload,
    )
    field.focus({ preventScroll: true })
  })
}

/** A page path stands for a mini program code, thirteen digits for a product's, the rest for a QR. */
function codeOf(text: string): ScannedCode {
  if (/^\/?(pages|packages?)\/[\w/-]+(\?.*)?$/.test(text)) {
    return { result: '', scanType: 'WX_CODE', path: text.replace(/^\//, '') }
  }
  return { result: text, scanType: /^\d{13}$/.test(text) ? 'EAN_13' : 'QR_CODE' }
}

async function readPicture({ document }: Stage, file: File): Promise<ScannedCode> {
  const view = document.defaultView as (Window & { BarcodeDetector?: new () => Detector }) | null
  if (!view?.BarcodeDetector) throw new Error('这个浏览器不会读码，请把内容贴进来')
  const bitmap = await createImageBitmap(file)
  const [found] = await new view.BarcodeDetector().detect(bitmap)
  if (!found) throw new Error('图片里没有找到码')
  return { result: found.rawValue, scanType: FORMATS[found.format] ?? 'QR_CODE' }
}

const STYLE = `
.wxs-scan-view { height: 300px; display: grid; place-items: center; background: radial-gradient(circle at 50% 40%, #4c5553, #1c2120) }
.wxs-scan-view i { width: 200px; height: 200px; border-radius: 16px; border: 2px solid rgba(255,255,255,.85); background: linear-gradient(transparent 49%, var(--wxs-brand) 49%, var(--wxs-brand) 50%, transparent 50%) }
.wxs-scan-note { padding: 16px 16px 10px; font-size: 14px; color: var(--wxs-text-2) }
.wxs-scan-field { padding: 0 16px }
.wxs-scan-field input { height: 48px; padding: 0 14px; border-radius: 8px; background: var(--wxs-surface) }
`
