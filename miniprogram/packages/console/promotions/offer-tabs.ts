import type { OfferTab } from '../../../../shared/contract/console-promotions'

/** The tabs in the order in which they are shown. */
export const offerTabs: readonly OfferTab[] = ['running', 'coming', 'off', 'over']
