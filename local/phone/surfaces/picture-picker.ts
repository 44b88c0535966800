import type { Album } from './album'
import { openFullPage } from './full-page'
import { icon } from './icon'
import { fileOfCanvas, fileOfUpload, type PictureFile } from './picture-file'
import { drawSample, SAMPLE_COUNT, sampleName } from './sample-pictures'
import type { Stage } from './stage'

export interface PicturePickerOptions {
  /** The most pictures that may be chosen. */
  count: number
  /** Whether the camera is offered. */
  camera: boolean
}

type Load = () => Promise<PictureFile>

/** Lets the user choose pictures; `undefined` when they leave without. */
export function choosePictures(
  stage: Stage,
  album: Album,
  { count, camera }: PicturePickerOptions,
): Promise<PictureFile[] | undefined> {
  stage.style('picture-picker', STYLE)
  const { make, document } = stage
  return new Promise((resolve) => {
    const chosen: { tile: HTMLElement; load: Load }[] = []
    const finish = (files: PictureFile[] | undefined): void => {
      page.close()
      resolve(files)
    }
    const page = openFullPage(stage, {
      name: 'pictures',
      title: '相册',
      onBack: () => finish(undefined),
    })
    const done = make('button', { class: 'wxs-button', 'data-primary': true }, '完成')
    const problem = make('p', { class: 'wxs-small wxs-grow', role: 'alert' })
    const load = async (loads: Load[]): Promise<void> => {
      try {
        finish(await Promise.all(loads.map((each) => each())))
      } catch (error) {
        problem.textContent = `这张读不了：${error instanceof Error ? error.message : String(error)}`
      }
    }
    done.addEventListener('click', () => void load(chosen.map((each) => each.load)))
    const refresh = (): void => {
      chosen.forEach(({ tile }, index) => (tile.dataset.order = String(index + 1)))
      done.disabled = chosen.length === 0
      done.textContent = chosen.length > 0 ? `完成(${chosen.length}/${count})` : '完成'
    }
    const tile = (label: string, thumbnail: HTMLElement, read: Load): HTMLElement => {
      const element = make(
        'button',
        {
          class: 'wxs-picture',
          'aria-label': label,
          'aria-pressed': 'false',
          onClick() {
            const index = chosen.findIndex((each) => each.tile === element)
            if (index >= 0) chosen.splice(index, 1)
            else if (chosen.length < count) chosen.push({ tile: element, load: read })
            delete element.dataset.order
            element.setAttribute('aria-pressed', String(index < 0 && isChosen(element)))
            refresh()
          },
        },
        thumbnail,
        make('span', {}, label),
      )
      return element
    }
    const isChosen = (element: HTMLElement) => chosen.some((each) => each.tile === element)

    const samples = Array.from({ length: SAMPLE_COUNT }, (_, index) =>
      tile(sampleName(index), drawSample(document, index, 240, 240), () =>
        fileOfCanvas(drawSample(document, index, 1080, 1080)),
      ),
    )
    const saved = album.all().map((picture, index) => {
      const blob = new Blob([picture.bytes], { type: picture.type })
      const image = make('img', { src: URL.createObjectURL(blob), alt: '' })
      return tile(`保存的 ${index + 1}`, image, () =>
        fileOfUpload(new File([blob], 'saved', { type: picture.type })),
      )
    })
    const upload = make('input', {
      type: 'file',
      accept: 'image/*',
      multiple: count > 1,
      hidden: true,
    })
    upload.addEventListener('change', () => {
      const files = [...(upload.files ?? [])].slice(0, count)
      if (files.length > 0) void load(files.map((file) => () => fileOfUpload(file)))
    })
    const source = (name: 'camera' | 'picture', text: string, onClick: () => void) => {
      const button = make('button', { class: 'wxs-picture wxs-picture-source', onClick })
      button.append(icon(document, name, 28), make('span', {}, text))
      return button
    }
    const shot = source(
      'camera',
      '拍一张',
      () => void load([() => fileOfCanvas(drawSample(document, SAMPLE_COUNT - 2, 1080, 1440))]),
    )
    page.body.append(
      make(
        'div',
        { class: 'wxs-pictures' },
        camera && shot,
        source('picture', '电脑上的图片', () => upload.click()),
        ...saved,
        ...samples,
      ),
      upload,
    )
    page.panel.append(make('footer', { class: 'wxs-picture-foot' }, problem, done))
    refresh()
  })
}

const STYLE = `
.wxs-pictures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4px; padding: 4px }
.wxs-picture { position: relative; aspect-ratio: 1; overflow: hidden; background: var(--wxs-fill) }
.wxs-picture > canvas, .wxs-picture > img { width: 100%; height: 100%; object-fit: cover; display: block }
.wxs-picture > span { position: absolute; left: 6px; bottom: 4px; font-size: 12px; color: #fff; text-shadow: 0 1px 2px rgba(0,0,0,.6) }
.wxs-picture[data-order]::before { content: attr(data-order); position: absolute; top: 6px; right: 6px; width: 22px; height: 22px; border-radius: 50%; display: grid; place-items: center; background: var(--wxs-brand); color: #fff; font-size: 13px; z-index: 1 }
.wxs-picture[data-order]::after { content: ""; position: absolute; inset: 0; background: rgba(0,0,0,.25) }
.wxs-picture:not([data-order]):not(.wxs-picture-source)::before { content: ""; position: absolute; top: 6px; right: 6px; width: 22px; height: 22px; border-radius: 50%; border: 1.5px solid #fff; background: rgba(0,0,0,.15) }
.wxs-picture-source { display: grid; place-content: center; justify-items: center; gap: 6px; color: var(--wxs-text-2); background: var(--wxs-surface) }
.wxs-picture-source > span { position: static; color: inherit; text-shadow: none; font-size: 13px }
.wxs-picture-foot { flex: none; display: flex; align-items: center; gap: 12px; padding: 10px 16px 44px; background: var(--wxs-sheet) }
.wxs-picture-foot .wxs-button { width: auto; min-width: 104px; min-height: 40px; margin: 0; padding: 4px 16px; font-size: 15px }
`
