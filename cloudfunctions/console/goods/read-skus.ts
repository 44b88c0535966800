import type { ProductDocument, SkuDocument } from '../../_kit/documents/catalog'
import type { Transaction } from '../../_kit/transaction'

/** All SKUs of a product as they are inside the transaction, in the product's order. */
export async function readSkus(
  tx: Transaction,
  product: Pick<ProductDocument, '_id' | 'skuIds'> | undefined,
): Promise<Map<string, SkuDocument>> {
  const found = new Map<string, SkuDocument>()
  for (const skuId of [...(product?.skuIds ?? [])].sort()) {
    const sku = await tx.skus.get(skuId)
    if (sku?.productId === product?._id && sku) found.set(skuId, sku)
  }
  return new Map(
    (product?.skuIds ?? []).flatMap((id) => {
      const sku = found.get(id)
      return sku ? [[id, sku] as const] : []
    }),
  )
}
