import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, refuseAttribute, textOf } from './attributes'
import { instanceState, leave, leaving } from './instance-state'
import { prependPart } from './parts'

/** WeChat's Canvas: what `fields({ node: true })` gives for `<canvas type="2d">`. */
interface CanvasNode {
  width: number
  height: number
  getContext(type: string, options?: unknown): RenderingContext | null
  createImage(): HTMLImageElement
  createImageData(width: number, height: number): ImageData
  createPath2D(path?: Path2D | string): Path2D
  requestAnimationFrame(callback: FrameRequestCallback): number
  cancelAnimationFrame(handle: number): void
  toDataURL(type?: string, quality?: number): string
}

const TYPES = ['', '2d', 'webgl', 'webgl2'] as const

const elements = new WeakMap<object, HTMLCanvasElement>()

/** The browser's canvas behind a CanvasNode, for `wx.canvasToTempFilePath`; undefined for others. */
export function canvasElementOf(node: object): HTMLCanvasElement | undefined {
  return elements.get(node)
}

function imageFor(self: BuiltinInstance): HTMLImageElement {
  const image = new self.window.Image()
  const src = Object.getOwnPropertyDescriptor(self.window.HTMLImageElement.prototype, 'src')
  Object.defineProperty(image, 'src', {
    get: () => src?.get?.call(image) as string,
    set: (value: string) => src?.set?.call(image, self.resolveResource(value)),
  })
  return image
}

function nodeFor(self: BuiltinInstance, canvas: HTMLCanvasElement): CanvasNode {
  const frames = new Set<number>()
  leaving(self).push(() => frames.forEach((frame) => self.window.cancelAnimationFrame(frame)))
  const node: CanvasNode = {
    get width() {
      return canvas.width
    },
    set width(value) {
      canvas.width = value
    },
    get height() {
      return canvas.height
    },
    set height(value) {
      canvas.height = value
    },
    getContext(type, options) {
      const declared = choiceOf(self, 'type', TYPES, '')
      if (declared !== '' && declared !== type) {
        refuseAttribute(self, 'type', `getContext("${type}") on a canvas of type "${declared}"`)
        return null
      }
      return canvas.getContext(type, options)
    },
    createImage: () => imageFor(self),
    createImageData: (width, height) => new self.window.ImageData(width, height),
    createPath2D: (path) => new self.window.Path2D(path),
    requestAnimationFrame(callback) {
      const frame = self.window.requestAnimationFrame((time) => {
        frames.delete(frame)
        callback(time)
      })
      frames.add(frame)
      return frame
    },
    cancelAnimationFrame(handle) {
      frames.delete(handle)
      self.window.cancelAnimationFrame(handle)
    },
    toDataURL: (type, quality) => canvas.toDataURL(type, quality),
  }
  elements.set(node, canvas)
  return node
}

const stateOf = instanceState((self) => {
  const canvas = prependPart(self, 'canvas', 'wx-canvas-canvas')
  return { node: nodeFor(self, canvas) }
})

/** `<canvas>`: drawn through its node; the old way by canvas-id is not offered. */
export const canvas: BuiltinDefinition = {
  name: 'canvas',
  properties: {
    type: { type: String },
    canvasId: { type: String },
    disableScroll: { type: Boolean },
  },
  created: (self) => void stateOf(self),
  observers: {
    type(self) {
      choiceOf(self, 'type', TYPES, '')
    },
    canvasId(self) {
      if (textOf(self, 'canvasId') !== '' && textOf(self, 'type') === '') {
        refuseAttribute(self, 'canvas-id', 'is the old canvas; here only type="2d" and webgl draw')
      }
    },
    disableScroll(self) {
      self.setOwnStyle({ 'touch-action': self.data['disableScroll'] ? 'none' : '' })
    },
  },
  detached: leave,
  methods: { node: (self) => stateOf(self).node },
  css: `
wx-canvas { display: block; position: relative; width: 300px; height: 150px; }
wx-canvas > .wx-canvas-canvas { position: absolute; top: 0; left: 0; width: 100%; height: 100%; }
`,
}
