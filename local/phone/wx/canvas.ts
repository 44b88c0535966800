import { canvasElementOf } from '../components/canvas'
import { type Api, ApiFailure, asyncApi, syncApi } from './define-api'
import { encodeCanvas } from './media'
import type { PhoneContext } from './phone-context'

/** The 2d canvas as a picture, and canvases that are never shown. */
export function canvasApis({ host, files }: PhoneContext): Api[] {
  return [
    asyncApi(
      host,
      'canvasToTempFilePath',
      {
        canvas: 'Any',
        canvasId: 'String',
        x: 'Number',
        y: 'Number',
        width: 'Number',
        height: 'Number',
        destWidth: 'Number',
        destHeight: 'Number',
        fileType: 'String',
        quality: 'Number',
      },
      async (options) => {
        const source = canvasOf(options.canvas)
        const ratio = host.document.defaultView?.devicePixelRatio ?? 1
        const { x = 0, y = 0, fileType = 'png', quality = 1 } = options
        const width = options.width ?? source.width - x
        const height = options.height ?? source.height - y
        const copy = host.document.createElement('canvas')
        copy.width = Math.round(options.destWidth ?? width * ratio)
        copy.height = Math.round(options.destHeight ?? height * ratio)
        const context = copy.getContext('2d')
        if (!context || copy.width === 0 || copy.height === 0)
          throw new ApiFailure('canvas is empty')
        context.drawImage(source, x, y, width, height, 0, 0, copy.width, copy.height)
        const { bytes, type } = await encodeCanvas(copy, fileType, quality)
        return { tempFilePath: files.addTemporary(bytes, type) }
      },
      ['tempFilePath'],
    ),
    syncApi(
      'createOffscreenCanvas',
      (options: { type?: string; width?: number; height?: number } = {}) => {
        if (options.type !== '2d') {
          throw new ApiFailure("the local phone has only type '2d'")
        }
        const canvas = host.document.createElement('canvas')
        canvas.width = options.width ?? 300
        canvas.height = options.height ?? 150
        return Object.assign(canvas, { createImage: () => host.document.createElement('img') })
      },
    ),
  ]
}

/** The canvas element behind the node that a query gave, or behind an offscreen canvas. */
function canvasOf(node: unknown): HTMLCanvasElement {
  if (typeof node === 'object' && node !== null) {
    const element = canvasElementOf(node)
    if (element) return element
    if ('toBlob' in node) return node as HTMLCanvasElement
  }
  throw new ApiFailure('fail canvas is empty')
}
