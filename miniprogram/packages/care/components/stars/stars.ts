/**
 * A score in stars, read out as words.
 *
 * | property | type   | what                     |
 * | -------- | ------ | ------------------------ |
 * | score    | Number | 1 to 5, whole stars      |
 * | spoken   | String | what is read out         |
 */
Component({ properties: { score: Number, spoken: String } })
