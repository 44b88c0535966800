import type { Ticket } from '../../lib/coupon-words'

/**
 * A coupon: what it is worth at the left, what it is for at the right, and what can be done.
 *
 * | property | type    | what                                                           |
 * | -------- | ------- | -------------------------------------------------------------- |
 * | ticket   | Ticket  | from `toTicket`                                                |
 * | note     | String  | until when, how many are left, what became of it               |
 * | urgent   | Boolean | the note is about something that runs out                      |
 * | faded    | Boolean | cannot be had or spent any more                                |
 * | button   | String  | what can be done; without it there is no button                |
 * | primary  | Boolean | the button is the next step                                    |
 * | plain    | Boolean | the button's word says how it stands; it cannot be tapped      |
 * | busy     | Boolean | it is being done                                               |
 * | other    | String  | something else that can be done                                |
 *
 * | event  | when                        |
 * | ------ | --------------------------- |
 * | button | the button was tapped       |
 * | other  | the other one was tapped    |
 */
Component({
  properties: {
    ticket: {
      type: Object,
      value: { sign: '', big: '', name: '', line: '', spoken: '' } as Ticket,
    },
    note: String,
    urgent: Boolean,
    faded: Boolean,
    button: String,
    primary: Boolean,
    plain: Boolean,
    busy: Boolean,
    other: String,
  },
  methods: {
    onButtonTap() {
      if (!this.data.busy) this.triggerEvent('button')
    },
    onOtherTap() {
      if (!this.data.busy) this.triggerEvent('other')
    },
  },
})
