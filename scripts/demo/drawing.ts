import type { RasterJob } from './raster'

/** A file to be written and how it is drawn. */
export interface Drawing {
  file: string
  draw: () => RasterJob
}
