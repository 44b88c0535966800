import { ridgeSegments, ridgeStops } from './ridge-line'
import type { Segment, Stop } from './ridge-line'

/**
 * The line over the mountains with four stops; it always shows a real state.
 *
 * | property | type     | what                                      |
 * | -------- | -------- | ----------------------------------------- |
 * | now      | Number   | the stop that is reached, 1 to 4          |
 * | labels   | String[] | four words under the stops; none for none |
 * | notes    | String[] | a smaller word under each label; may be ''   |
 * | spoken   | String   | what is read out: "第 3 步，共 4 步：运输" |
 */
Component({
  properties: {
    now: { type: Number, value: 1 },
    labels: { type: Array, value: [] as string[] },
    notes: { type: Array, value: [] as string[] },
    spoken: String,
  },
  data: { segments: [] as Segment[], stops: [] as Stop[] },
  observers: {
    'now, labels'(now: number, labels: string[]) {
      this.setData({ segments: ridgeSegments(now), stops: ridgeStops(now, labels) })
    },
  },
  lifetimes: {
    attached() {
      const { now, labels } = this.data
      this.setData({ segments: ridgeSegments(now), stops: ridgeStops(now, labels) })
    },
  },
})
