import type { MessageGroup, MessageTexts } from '../../shared/messages/messages'
import type { Appearance } from './appearance'
import { textsOf } from './language'
import { session } from './session'

/**
 * Gives a component its texts as `{{t.group.key}}`, in the language the member has chosen, and
 * `appearance`, also while it is on the page: `behaviors: [textsBehavior(['cart'])]`.
 */
export function textsBehavior<G extends MessageGroup>(groups: readonly G[]) {
  const current = (): { t: Pick<MessageTexts, G>; appearance: Appearance } => ({
    t: textsOf(groups),
    appearance: session.get().appearance,
  })
  const stops = new WeakMap<object, () => void>()
  return Behavior({
    data: current(),
    lifetimes: {
      attached() {
        let { language, appearance } = session.get()
        this.setData(current())
        stops.set(
          this,
          session.subscribe((next) => {
            if (next.language === language && next.appearance === appearance) return
            ;({ language, appearance } = next)
            this.setData(current())
          }),
        )
      },
      detached() {
        stops.get(this)?.()
      },
    },
  })
}
