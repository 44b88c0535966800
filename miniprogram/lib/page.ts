import type { MessageGroup, MessageTexts } from '../../shared/messages/messages'
import { paintWindow } from './appearance'
import type { Appearance } from './appearance'
import { textsOf } from './language'
import { session } from './session'

/** What `definePage` puts into every page's data. */
interface PageBase<G extends MessageGroup> {
  t: Pick<MessageTexts, G>
  appearance: Appearance
}

type PageOptions<
  D extends object,
  M extends WechatMiniprogram.Page.CustomOption,
  G extends MessageGroup,
> = M & {
  /** Groups of texts the page shows as `{{t.group.key}}`. */
  texts: readonly G[]
  data: D
  /** The language changed while the page lives: show what was computed from texts again. */
  onLanguageChange?(): void
} & Partial<WechatMiniprogram.Page.ILifetime> &
  ThisType<WechatMiniprogram.Page.Instance<D & PageBase<G>, M>>

/**
 * Registers a page that knows the language and the theme: `t` and `appearance` are in its data
 * from the first frame and change while it is open. It also paints what WeChat draws around the
 * page, and tells the tab bar which tab this is.
 */
export function definePage<
  D extends object,
  M extends WechatMiniprogram.Page.CustomOption,
  G extends MessageGroup,
>(options: PageOptions<D, M, G>): void {
  const { texts, onLanguageChange, ...rest } = options
  const stops = new WeakMap<object, () => void>()
  const { onLoad, onShow, onUnload } = rest as Partial<WechatMiniprogram.Page.ILifetime>
  const current = () => ({ t: textsOf(texts), appearance: session.get().appearance })

  const lifetime: Partial<WechatMiniprogram.Page.ILifetime> & { data: object } = {
    data: { ...options.data, ...current() },
    onLoad(query) {
      const page = this as unknown as WechatMiniprogram.Page.TrivialInstance
      let { language, appearance } = session.get()
      page.setData(current())
      stops.set(
        page,
        session.subscribe((next) => {
          if (next.language === language && next.appearance === appearance) return
          const isNewLanguage = next.language !== language
          ;({ language, appearance } = next)
          page.setData(current())
          if (getCurrentPages().slice(-1)[0] === page) paintWindow(appearance)
          if (isNewLanguage) onLanguageChange?.call(page)
        }),
      )
      return onLoad?.call(page, decoded(query))
    },
    onShow() {
      const page = this as unknown as WechatMiniprogram.Page.TrivialInstance
      paintWindow(session.get().appearance)
      page.getTabBar?.()?.setData({ selected: page.route.split('/').pop() })
      return onShow?.call(page)
    },
    onUnload() {
      const page = this as unknown as WechatMiniprogram.Page.TrivialInstance
      stops.get(page)?.()
      void onUnload?.call(page)
    },
  }
  Page({ ...rest, ...lifetime } as unknown as WechatMiniprogram.Page.Options<D, M>)
}

/** WeChat hands over what stands in the address as it is: `nav` encodes it, here it is decoded. */
const decoded = (query: Record<string, string | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, value && decodeURIComponent(value)]),
  )
