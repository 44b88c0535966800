/** The DOM tag that stands for a tag in WXML: built-ins are `wx-view`, components keep theirs. */
export function domTag(tag: string): string {
  if (BUILTIN_TAGS.has(tag)) return `wx-${tag}`
  return tag.includes('-') ? tag : `wx-own-${tag}`
}

/** Every component WeChat itself brings, whether this phone has it or not. */
export const BUILTIN_TAGS: ReadonlySet<string> = new Set(
  (
    'view text image button input textarea scroll-view swiper swiper-item navigator icon progress ' +
    'checkbox checkbox-group radio radio-group switch slider picker picker-view picker-view-column ' +
    'label form rich-text canvas video audio camera map web-view cover-view cover-image ' +
    'movable-area movable-view page-meta navigation-bar root-portal page-container match-media ' +
    'editor open-data ad ad-custom live-player live-pusher functional-page-navigator ' +
    'share-element keyboard-accessory official-account official-account-publish voip-room ' +
    'channel-live channel-video open-container selection store-home store-product ' +
    'native-component aria-component custom-wrapper snapshot grid-view list-view list-builder ' +
    'nested-scroll-body nested-scroll-header draggable-sheet span sticky-header sticky-section ' +
    'double-tap-gesture-handler force-press-gesture-handler horizontal-drag-gesture-handler ' +
    'long-press-gesture-handler pan-gesture-handler scale-gesture-handler tap-gesture-handler ' +
    'vertical-drag-gesture-handler'
  ).split(' '),
)
