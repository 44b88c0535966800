import { timeLeft } from '../../lib/countdown'
import { fill } from '../../lib/language'
import { textsBehavior } from '../../lib/texts'

/** A little after the second, so that a figure is never shown twice. */
const lateMs = 20
const secondMs = 1000

/**
 * The time left until an instant, by the server's clock, second by second while it can be seen.
 *
 * | property | type   | what                                                   |
 * | -------- | ------ | ------------------------------------------------------ |
 * | until    | Number | epoch milliseconds                                     |
 * | offset   | Number | how far the server's clock is ahead (`clockOffset`)    |
 *
 * | event | when                       |
 * | ----- | -------------------------- |
 * | over  | nothing is left, once      |
 */
Component({
  behaviors: [textsBehavior(['flashSale'])],
  properties: { until: Number, offset: Number },
  data: { days: '', clock: '' },
  observers: {
    'until, offset'() {
      this.begin()
    },
    t() {
      this.show()
    },
  },
  lifetimes: {
    detached() {
      this.stop()
    },
  },
  pageLifetimes: {
    show() {
      this.begin()
    },
    hide() {
      this.stop()
    },
  },
  methods: {
    begin() {
      this.stop()
      if (this.data.until > 0) this.tick()
    },
    tick() {
      const left = this.show()
      if (left === undefined) {
        this.triggerEvent('over')
        return
      }
      const wait = secondMs - ((this.serverNow() - this.data.until) % secondMs)
      timers.set(
        this,
        setTimeout(() => this.tick(), (wait % secondMs) + lateMs),
      )
    },
    show() {
      const { until, t } = this.data
      const left = until > 0 ? timeLeft(until, this.serverNow()) : undefined
      this.setData({
        days: left && left.days > 0 ? fill(t.flashSale.days, { count: left.days }) : '',
        clock: left?.clock ?? '',
      })
      return left
    },
    serverNow(): number {
      return Date.now() + this.data.offset
    },
    stop() {
      const timer = timers.get(this)
      if (timer !== undefined) clearTimeout(timer)
    },
  },
})

const timers = new WeakMap<object, ReturnType<typeof setTimeout>>()
