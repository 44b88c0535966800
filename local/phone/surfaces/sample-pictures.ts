/** Pictures that stand for an album: hills at six times of day, drawn, not photographed. */
const SCENES = [
  {
    name: '清晨',
    sky: ['#f4d9c6', '#f7efe2'],
    hills: ['#b9c6b4', '#8ba58c', '#5b7f6a'],
    sun: '#f2b48a',
  },
  {
    name: '晴天',
    sky: ['#bcd9e6', '#eef5ef'],
    hills: ['#a9c5a8', '#7aa37c', '#477558'],
    sun: '#fff3cf',
  },
  {
    name: '午后',
    sky: ['#e9ead2', '#f8f4e4'],
    hills: ['#c6c79a', '#9ba76a', '#6d8148'],
    sun: '#f5cf75',
  },
  {
    name: '雨前',
    sky: ['#b8c3c8', '#dfe5e4'],
    hills: ['#9aaaad', '#708589', '#4a6165'],
    sun: '#cfd8d8',
  },
  {
    name: '黄昏',
    sky: ['#e8a98d', '#f5d8bf'],
    hills: ['#b48a86', '#85636b', '#553f50'],
    sun: '#d9663f',
  },
  {
    name: '夜里',
    sky: ['#1c2b3a', '#37506a'],
    hills: ['#2b4254', '#1f3241', '#15232e'],
    sun: '#f1ecd0',
  },
] as const

/** How many sample pictures there are. */
export const SAMPLE_COUNT = SCENES.length

/** The name of a sample picture. */
export function sampleName(index: number): string {
  return SCENES[index]?.name ?? ''
}

/** Draws a sample picture of this size. */
export function drawSample(
  document: Document,
  index: number,
  width: number,
  height: number,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const scene = SCENES[index % SCENES.length]
  const context = canvas.getContext('2d')
  if (!scene || !context) throw new Error(`Sample picture ${index} cannot be drawn`)
  const sky = context.createLinearGradient(0, 0, 0, height)
  sky.addColorStop(0, scene.sky[0])
  sky.addColorStop(1, scene.sky[1])
  context.fillStyle = sky
  context.fillRect(0, 0, width, height)
  context.fillStyle = scene.sun
  context.beginPath()
  context.arc(width * (0.28 + index * 0.08), height * 0.3, width * 0.075, 0, Math.PI * 2)
  context.fill()
  scene.hills.forEach((colour, layer) => {
    context.fillStyle = colour
    drawRidge(context, width, height, index * 1.7 + layer * 2.3, 0.5 + layer * 0.15)
  })
  return canvas
}

function drawRidge(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  phase: number,
  base: number,
): void {
  context.beginPath()
  context.moveTo(0, height)
  for (let step = 0; step <= 60; step += 1) {
    const x = step / 60
    const wave = Math.sin(x * 4.1 + phase) * 0.07 + Math.sin(x * 9.7 + phase * 1.6) * 0.025
    context.lineTo(x * width, height * (base - wave))
  }
  context.lineTo(width, height)
  context.closePath()
  context.fill()
}
