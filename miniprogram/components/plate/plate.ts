/**
 * A picture on its tinted ground. It fills its box: give the element a class with width and
 * height, `<plate class="picture" .../>`.
 *
 * | property | type    | what                                                               |
 * | -------- | ------- | ------------------------------------------------------------------ |
 * | src      | String  | cloud file id or package path                                      |
 * | ground   | String  | `mist` (default) `tea` `dusk` `ochre` `stone` `dye`                |
 * | alt      | String  | what it shows; without it the picture is passed over when read out |
 * | square   | Boolean | no round corners (the product page's gallery)                      |
 * | faded    | Boolean | cannot be bought: the picture steps back                           |
 */
Component({
  properties: {
    src: String,
    ground: { type: String, value: 'mist' },
    alt: String,
    square: Boolean,
    faded: Boolean,
  },
  data: { loadedSrc: '' },
  methods: {
    onPictureLoad() {
      this.setData({ loadedSrc: this.data.src })
    },
  },
})
