import type { FreightTemplateDocument } from '../../cloudfunctions/_kit/documents/order'
import type { SameCityRule } from '../../shared/domain/delivery'

/** Where the demo company's own courier goes. */
export const demoSameCity: SameCityRule = {
  feeFen: 600,
  freeFromFen: 6800,
  cities: [{ city: '丽水市' }],
}

const gramsOfStep = 1000

/** What parcels cost to everywhere, by weight; far away more, abroad not at all. */
export const demoFreight = (
  { feeFen, freeFromFen }: { feeFen: number; freeFromFen: number },
  now: number,
): FreightTemplateDocument[] => {
  const step = { firstGrams: 3 * gramsOfStep, stepGrams: gramsOfStep, stepFen: 200 }
  return [
    {
      _id: 'default',
      name: '标准快递',
      zones: [
        { provinces: [], ...step, firstFen: feeFen, freeFromFen },
        {
          provinces: ['西藏自治区', '新疆维吾尔自治区'],
          ...step,
          firstFen: 2 * feeFen,
          stepFen: 800,
          freeFromFen: 2 * freeFromFen,
        },
        {
          provinces: ['台湾省', '香港特别行政区', '澳门特别行政区'],
          ...step,
          firstFen: 0,
          isExcluded: true,
        },
      ],
      updatedAt: now,
    },
  ]
}
