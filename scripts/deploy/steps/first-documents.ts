import type { CompanySettings } from '../../../cloudfunctions/_kit/documents/catalog'
import type { StaffDocument } from '../../../cloudfunctions/_kit/documents/member'
import type { CollectionName } from '../../../cloudfunctions/_kit/collections'
import { carriers } from '../../../shared/contract/carriers'
import type { Carrier } from '../../../shared/contract/carriers'
import type { Localized } from '../../../shared/domain/localized'
import { messages } from '../../../shared/messages/messages'
import type { Change, Step } from '../change'
import { forEachOf } from '../change'
import type { Cloud } from '../cloud'
import { insertDocument, listCollections, readDocument, updateDocument } from '../database'
import type { EnvironmentFile } from '../environment-form'

type FirstDocument = { collection: CollectionName; document: { _id: string } }

/** Documents that nothing works without are put in where they are missing, and never changed. */
export const firstDocumentsStep = (cloud: Cloud, documents: readonly FirstDocument[]): Step => ({
  title: 'first documents',
  async changes() {
    const online = await listCollections(cloud)
    const changes = await forEachOf(documents, async ({ collection, document }) => {
      const there = online.has(collection)
        ? await readDocument(cloud, collection, document._id)
        : undefined
      const isStaff = collection === 'staff'
      if (there) return isStaff ? ownership(cloud, there) : []
      const addition: Change = {
        says: `put in ${collection}/${isStaff ? 'the owner' : document._id}`,
        apply: () => insertDocument(cloud, collection, document),
      }
      return [addition]
    })
    return changes.flat()
  },
})

/** Somebody who works here already becomes an owner beside what they are. */
function ownership(cloud: Cloud, there: Record<string, unknown>): Change[] {
  const { _id, name, roles } = there as unknown as StaffDocument
  if (roles.includes('owner')) return []
  return [
    {
      says: `make ${name} an owner, who is ${roles.join(', ') || 'nothing'} in the staff now`,
      apply: () => updateDocument(cloud, 'staff', { _id }, { roles: [...roles, 'owner'] }),
    },
  ]
}

/** The settings a company begins with, and its first owner where one is given. */
export const firstDocuments = (
  environment: EnvironmentFile,
  ownerOpenId: string | undefined,
  now: number,
): FirstDocument[] => [
  { collection: 'settings', document: firstSettings(environment) },
  ...(ownerOpenId === undefined
    ? []
    : [{ collection: 'staff' as const, document: firstOwner(ownerOpenId, now) }]),
]

const firstOwner = (openId: string, now: number): StaffDocument => ({
  _id: openId,
  name: '店主',
  roles: ['owner'],
  joinedAt: now,
})

/** Plain and true for any company; the owner changes them in the console of the mini program. */
function firstSettings({ companyName, templates }: EnvironmentFile): CompanySettings {
  return {
    _id: 'company',
    name: companyName,
    version: 1,
    accent: 'dai',
    modulesOff: [],
    season: { title: { zh: '当季', en: 'In season' }, categoryId: '', productIds: [] },
    search: { hint: { zh: '搜索', en: 'Search' }, hotWords: { 'zh-CN': [], en: [] } },
    delivery: {
      feeFen: 1000,
      freeFromFen: 9900,
      from: companyName,
      promise: {
        today: { zh: '48 小时内发出', en: 'Leaves within 48 hours' },
        tomorrow: { zh: '48 小时内发出', en: 'Leaves within 48 hours' },
      },
    },
    stores: [],
    guarantees: [],
    templates,
    carriers: carriers.map((id) => ({ id, name: carrierName(id) })),
  }
}

const carrierName = (carrier: Carrier): Localized => ({
  zh: messages['zh-CN'].shipping[`carrier${carrier}`],
  en: messages.en.shipping[`carrier${carrier}`],
})
