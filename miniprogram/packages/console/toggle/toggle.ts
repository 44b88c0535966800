/**
 * Something that is on or off, in the company's accent. Whoever holds the value gives it back.
 *
 * | property | type    | what                            |
 * | -------- | ------- | ------------------------------- |
 * | checked  | Boolean | whether it is on                |
 * | disabled | Boolean | shown, and not to be changed    |
 * | label    | String  | what it is, for who listens     |
 *
 * | event  | when                     |
 * | ------ | ------------------------ |
 * | change | it was tapped: `{ value }` |
 */
Component({
  properties: { checked: Boolean, disabled: Boolean, label: String },
  methods: {
    onToggleTap() {
      const { checked, disabled } = this.data
      if (!disabled) this.triggerEvent('change', { value: !checked })
    },
  },
})
