import type { HandlerOf } from '../_kit/handler-of'
import { fillHome } from '../_kit/home/fill-home'
import { publishedBlocks } from '../_kit/home/published-layout'

export const getHome: HandlerOf<'catalog.getHome'> = async (_input, { language }) =>
  fillHome(await publishedBlocks(), language)
