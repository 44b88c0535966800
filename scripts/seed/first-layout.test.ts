import { expect, test } from '@jest/globals'
import * as v from 'valibot'
import { layoutBlocks } from '../../shared/contract/layout'
import { demoCatalogue } from '../demo/catalogue/catalogue'
import { firstLayout } from './first-layout'

test('the first home page could have been laid out by staff', () => {
  const { blocks } = firstLayout(demoCatalogue.home)
  expect(v.safeParse(layoutBlocks, blocks).issues).toBeUndefined()
})
