import type { Change, Step } from '../change'
import { forEachOf } from '../change'
import type { Cloud } from '../cloud'
import { createCollection, isSameRule, listCollections, readRule, writeRule } from '../database'
import type { WantedCollection } from '../project'

/** Every collection is there. One that is there already is not made again: that would cost indexes. */
export const collectionsStep = (cloud: Cloud, wanted: readonly WantedCollection[]): Step => ({
  title: 'collections',
  async changes() {
    const online = await listCollections(cloud)
    return wanted
      .filter(({ name }) => !online.has(name))
      .map(({ name }) => ({
        says: `create collection ${name}`,
        apply: () => createCollection(cloud, name),
      }))
  },
})

/** Clients may do to a collection what its rule says: nothing. */
export const rulesStep = (cloud: Cloud, wanted: readonly WantedCollection[]): Step => ({
  title: 'database rules',
  async changes() {
    const online = await listCollections(cloud)
    const changes = await forEachOf(wanted, async ({ name, rule }) => {
      if (online.has(name) && isSameRule(await readRule(cloud, name), rule)) return []
      const ruleChange: Change = {
        says: `set rule of ${name} to ${JSON.stringify(rule)}`,
        apply: () => writeRule(cloud, name, rule),
      }
      return [ruleChange]
    })
    return changes.flat()
  },
})
