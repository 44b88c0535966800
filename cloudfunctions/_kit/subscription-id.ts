/** The ledger of one template for one member. */
export const subscriptionId = (memberId: string, templateId: string): string =>
  `${memberId}:${templateId}`
