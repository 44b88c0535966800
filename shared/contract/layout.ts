import * as v from 'valibot'
import { id, text } from './fields'

/** A text in both languages, as staff type it. */
const localized = (maximum: number) => v.strictObject({ zh: text(maximum), en: text(maximum * 3) })

const heading = localized(20)

/** Drawings for doors that are in the package. */
export const doorPictures = ['tea', 'snacks', 'ware', 'coffee', 'gifts'] as const

/** Where a banner leads. */
const bannerLink = v.variant('to', [
  v.strictObject({ to: v.literal('product'), productId: id }),
  v.strictObject({ to: v.literal('category'), categoryId: id }),
  v.strictObject({ to: v.literal('coupons') }),
  v.strictObject({ to: v.literal('promotion'), promotionId: id }),
])
export type BannerLink = v.InferOutput<typeof bannerLink>

/** One block of the home page; what the editor offers and the page draws. */
export const layoutBlock = v.variant('kind', [
  /** The picture at the top with up to three facts and one link. */
  v.strictObject({
    kind: v.literal('hero'),
    facts: v.pipe(v.array(localized(24)), v.maxLength(3)),
    link: v.strictObject({ label: localized(16), productId: id }),
    /** What the lettering says, for those who do not see it. */
    alt: localized(40),
  }),
  /** Ways in, each with a live fact; `{count}` is the products of its category. */
  v.strictObject({
    kind: v.literal('doors'),
    doors: v.pipe(
      v.array(
        v.strictObject({
          id,
          title: localized(8),
          fact: localized(24),
          categoryId: id,
          /** A drawing of the package; without one the category's first product. */
          picture: v.optional(v.picklist(doorPictures)),
        }),
      ),
      v.minLength(1),
      v.maxLength(8),
    ),
  }),
  /** Some products, chosen by hand or the first of a category. */
  v.strictObject({
    kind: v.literal('products'),
    title: heading,
    categoryId: v.optional(id),
    productIds: v.pipe(v.array(id), v.maxLength(20)),
  }),
  /** One product or category with a line of words. */
  v.strictObject({
    kind: v.literal('banner'),
    title: heading,
    line: localized(40),
    link: bannerLink,
  }),
  /** Coupons to claim, and what runs out today. */
  v.strictObject({ kind: v.literal('coupons'), title: heading }),
  v.strictObject({ kind: v.literal('flashSale'), title: heading, promotionId: v.optional(id) }),
  v.strictObject({ kind: v.literal('groupBuy'), title: heading, promotionId: v.optional(id) }),
  /** What this customer may like, from what they looked at and bought. */
  v.strictObject({ kind: v.literal('recommendations'), title: heading }),
  /** A line of the company's own, such as the morning's weather. */
  v.strictObject({ kind: v.literal('notice'), line: localized(60) }),
])
export type LayoutBlock = v.InferOutput<typeof layoutBlock>

/** A whole page: a hero first at most once, 20 blocks at most. */
export const layoutBlocks = v.pipe(
  v.array(layoutBlock),
  v.minLength(1),
  v.maxLength(20),
  v.check((blocks) => blocks.filter(({ kind }) => kind === 'hero').length <= 1, 'one hero'),
)
