import { measureCold } from './cold'
import { measureFlash } from './flash'
import { measureDetail, measureFunction, measureList, measureOrder } from './loads'
import { measureOrdersList } from './orders-list'
import { measureQuote } from './quote'
import { measureSearch } from './search'
import { measureStart } from './start'

const benches = {
  order: measureOrder,
  list: measureList,
  detail: measureDetail,
  flash: () => measureFlash(),
  function: measureFunction,
  search: () => measureSearch(),
  start: measureStart,
  quote: () => measureQuote(),
  'orders-list': () => measureOrdersList(),
  cold: measureCold,
} as const
type BenchName = keyof typeof benches

/** `npm run bench [-- NAME ...] [--json]`: one JSON object a name, the last line of its run. */
async function main(): Promise<void> {
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const names = words.length > 0 ? words : Object.keys(benches)
  for (const name of names) {
    if (!isBench(name)) {
      throw new Error(
        `There is no bench "${name}". Choose from ${Object.keys(benches).join(', ')}.`,
      )
    }
    const result = await benches[name]()
    if (!process.argv.includes('--json')) console.log(name)
    console.log(JSON.stringify(result))
  }
}

const isBench = (name: string): name is BenchName => Object.hasOwn(benches, name)

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
