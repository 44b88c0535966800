import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals'
import { aggregateTests } from './aggregate-tests'
import type { PersistenceDriver } from './driver'
import { geoTests } from './geo-tests'
import { indexTests } from './index-tests'
import { queryTests } from './query-tests'
import { transactionTests } from './transaction-tests'
import { uniqueTests } from './unique-tests'
import { updateTests } from './update-tests'
import { writeTests } from './write-tests'

/** What every way to the database has to do alike. */
export function persistenceSuite(driver: PersistenceDriver): void {
  describe(`persistence through ${driver.name}`, () => {
    beforeAll(() => driver.start())
    afterAll(() => driver.stop())
    beforeEach(() => driver.prepare({ goods: [] }))
    writeTests(driver)
    queryTests(driver)
    updateTests(driver)
    indexTests(driver)
    uniqueTests(driver)
    transactionTests(driver)
    aggregateTests(driver)
    geoTests(driver)
  })
}
