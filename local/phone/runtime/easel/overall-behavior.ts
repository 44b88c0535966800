import type { ComponentSpace, GeneralComponent } from 'glass-easel'
import type { ReadyQueue } from './ready-queue'

/** What every component of the package has: it becomes ready after it is attached. */
export function overallBehavior(space: ComponentSpace, ready: ReadyQueue): unknown {
  return space.defineBehavior({
    is: 'wx://overall',
    lifetimes: {
      attached(this: GeneralComponent | { _$: GeneralComponent }) {
        ready.add('_$' in this ? this._$ : this)
      },
    },
  })
}
