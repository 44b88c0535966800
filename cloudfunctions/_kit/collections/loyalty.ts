import type {
  CodeTriesDocument,
  CouponDocument,
  FlashBuyerDocument,
  FlashStockDocument,
  GroupDocument,
  MemberCouponDocument,
  NewcomerDocument,
  PromotionDocument,
} from '../documents/loyalty'
import { collection, none } from './define'

export const loyaltyCollections = {
  promotions: collection<PromotionDocument>()('promotions', {
    running: [
      ['isOn', 1],
      ['endsAt', 1],
      ['_id', 1],
    ],
    ends: [
      ['endsAt', -1],
      ['_id', -1],
    ],
    newest: [
      ['createdAt', -1],
      ['_id', -1],
    ],
  }),
  coupons: collection<CouponDocument>()('coupons', {
    running: [
      ['isOn', 1],
      ['endsAt', 1],
      ['_id', 1],
    ],
    code: [['code', 1]],
    ends: [
      ['endsAt', -1],
      ['_id', -1],
    ],
    newest: [
      ['createdAt', -1],
      ['_id', -1],
    ],
  }),
  membercoupons: collection<MemberCouponDocument>()('membercoupons', {
    memberState: [
      ['memberId', 1],
      ['state', 1],
      ['validUntil', 1],
      ['_id', 1],
    ],
    giftToken: [['giftToken', 1]],
  }),
  flashstocks: collection<FlashStockDocument>()('flashstocks', {
    promotion: [
      ['promotionId', 1],
      ['skuId', 1],
    ],
  }),
  flashbuyers: collection<FlashBuyerDocument>()('flashbuyers', none),
  newcomers: collection<NewcomerDocument>()('newcomers', none),
  codetries: collection<CodeTriesDocument>()('codetries', none),
  groups: collection<GroupDocument>()('groups', {
    productState: [
      ['productId', 1],
      ['state', 1],
      ['expiresAt', 1],
      ['_id', 1],
    ],
    stateExpires: [
      ['state', 1],
      ['expiresAt', 1],
      ['_id', 1],
    ],
  }),
}
