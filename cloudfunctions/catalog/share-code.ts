import { hashText } from '../../shared/domain/hash'
import { openapi, storeFile } from '../_kit/cloud'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { requireListed } from './require-listed'

const productPage = 'packages/shop/product/product'
/** Sharp on a poster that is printed, too. */
const codeWidth = 640

/**
 * A code is drawn once for a product and kept. WeChat's scene holds 32 characters, fewer than an
 * id of ours may have, so it holds the id of a document that says where the code leads.
 */
export const getShareCode: HandlerOf<'catalog.getShareCode'> = async (
  { productId },
  { now, fail, transaction },
) => {
  if (!(await requireListed(productId))) return fail('PRODUCT_NOT_FOUND')
  const sceneId = hashText(`product:${productId}`)
  const known = await db.scenes.get(sceneId)
  const codeFileId = known?.codeFileId ?? (await drawCode(sceneId))
  return transaction(async (tx) => {
    await tx.scenes.put({
      _id: sceneId,
      route: 'product',
      params: { productId },
      codeFileId,
      createdAt: known?.createdAt ?? now,
    })
    return { codeFileId }
  })
}

async function drawCode(sceneId: string): Promise<string> {
  const { buffer } = await openapi.wxacode.getUnlimited({
    scene: sceneId,
    page: productPage,
    width: codeWidth,
  })
  return storeFile(`codes/${sceneId}.png`, buffer)
}

export const resolveScene: HandlerOf<'catalog.resolveScene'> = async ({ scene }, { fail }) => {
  const known = await db.scenes.get(scene)
  return known ? { route: known.route, params: known.params } : fail('SCENE_NOT_FOUND')
}
