/** The document that counts what a flash sale has left of an SKU. */
export const flashStockId = (promotionId: string, skuId: string): string =>
  `${promotionId}:${skuId}`

/** The document that counts what a member has bought of it. */
export const flashBuyerId = (promotionId: string, skuId: string, memberId: string): string =>
  `${promotionId}:${skuId}:${memberId}`
