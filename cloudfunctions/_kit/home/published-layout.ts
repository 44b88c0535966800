import type { LayoutBlock } from '../../../shared/contract/layout'
import { cached } from '../cached'
import { findPublishedLayout } from '../repos/layouts'

const keepMs = 30_000

/** The blocks of the published home page, at most 30 seconds old; none before the first one. */
export const publishedBlocks: () => Promise<readonly LayoutBlock[]> = cached(
  keepMs,
  async () => (await findPublishedLayout())?.blocks ?? [],
)
