import { demoCatalogue } from './catalogue/catalogue'
import type { DemoProduct } from './catalogue/types'
import { alone, atTable, closeUp, type ProductArt, type Shelf } from './art/product-art'
import { shelfOf } from './art/shelves'
import type { Drawing } from './drawing'
import { cutOut, stillLife } from './illustration/composition'
import type { Thing } from './illustration/thing'
import type { RasterJob } from './raster'

const PAGE = 750
const LIST = 300
/** A cut-out leaves this much air around itself; the plate adds its own. */
const FILL = 0.94

const artOf = (product: DemoProduct, shelf: Shelf): ProductArt => {
  const art = shelf.art[product.id]
  if (!art) throw new Error(`${product.id} is on the shelf but has no drawing`)
  return art
}

const withColour = (thing: Thing, colour: string): Thing => {
  if (thing.is !== 'ware') throw new Error('only ware is glazed')
  return { ...thing, ware: { ...thing.ware, colour } }
}

const listJob = (svg: string): RasterJob => ({
  svg,
  width: LIST,
  height: LIST,
  quality: 0.72,
  fill: FILL,
})

const pageJob = (svg: string): RasterJob => ({ ...listJob(svg), width: PAGE, height: PAGE })

const fullJob = (svg: string): RasterJob => ({ svg, width: PAGE, height: PAGE, quality: 0.7 })

const glazeDrawings = (product: DemoProduct, art: ProductArt): Drawing[] =>
  [...new Set(product.skus.map((sku) => sku.picture))].flatMap((file) => {
    if (!file) return []
    const glaze = file.slice(product.id.length + 1).split('.')[0] ?? ''
    const colour = art.glazes?.[glaze]
    if (!colour) throw new Error(`${file} has no colour for its glaze`)
    const glazed = { ...art, thing: withColour(art.thing, colour) }
    return [{ file, draw: () => listJob(cutOut(product.id, alone(glazed))) }]
  })

const galleryDrawing = (file: string, product: DemoProduct, shelf: Shelf): Drawing[] => {
  const art = artOf(product, shelf)
  const kind = file.startsWith(`${product.id}.`) ? file.slice(product.id.length + 1) : 'shared'
  switch (kind) {
    case 'webp':
      return [{ file, draw: () => pageJob(cutOut(product.id, alone(art))) }]
    case 'scene.webp':
      return [{ file, draw: () => fullJob(stillLife(product.id, shelf.ground, atTable(art))) }]
    case 'label.webp':
      return [
        { file, draw: () => fullJob(stillLife(product.id, shelf.ground, alone(art), closeUp)) },
      ]
    case 'shared':
      return []
    default:
      throw new Error(`nobody knows how to draw ${file}`)
  }
}

/** Every picture of every product, but for the ones that products share. */
export const productDrawings = (): Drawing[] =>
  demoCatalogue.products.flatMap((product) => {
    const shelf = shelfOf(product.categoryId)
    const art = artOf(product, shelf)
    return [
      { file: product.listPicture, draw: () => listJob(cutOut(product.id, alone(art))) },
      ...product.pictures.flatMap((file) => galleryDrawing(file, product, shelf)),
      ...glazeDrawings(product, art),
    ]
  })
