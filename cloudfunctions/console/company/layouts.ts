import type { LayoutVersion } from '../../../shared/contract/console-company'
import { db } from '../../_kit/db'
import type { LayoutDocument } from '../../_kit/documents/staff'
import type { HandlerOf } from '../../_kit/handler-of'
import { fillHome } from '../../_kit/home/fill-home'
import { findPublishedLayout, listLayouts as readLayouts } from '../../_kit/repos/layouts'
import type { Transaction } from '../../_kit/transaction'

const mostVersions = 50

export const listLayouts: HandlerOf<'console.listLayouts'> = async () => {
  const versions = await readLayouts(mostVersions)
  const names = await db.staff.getMany(
    versions.map(({ createdBy }) => createdBy),
    ['name'],
  )
  return {
    versions: versions.map((layout) => ({
      ...toVersion(layout),
      createdBy: names.get(layout.createdBy)?.name ?? '',
    })),
  }
}

export const getLayout: HandlerOf<'console.getLayout'> = async ({ layoutId }, { fail }) => {
  const layout = await db.layouts.get(layoutId)
  return layout ? { ...toVersion(layout), blocks: layout.blocks } : fail('LAYOUT_NOT_FOUND')
}

export const previewHome: HandlerOf<'console.previewHome'> = async (
  { layoutId },
  { language, fail },
) => {
  const layout = await db.layouts.get(layoutId)
  return layout ? fillHome(layout.blocks, language) : fail('LAYOUT_NOT_FOUND')
}

export const saveLayout: HandlerOf<'console.saveLayout'> = async (
  { draft, blocks, note },
  { memberId, now, fail, transaction },
) => {
  const version = draft ? 0 : await nextVersion()
  return transaction(async (tx) => {
    if (!draft) {
      if (await tx.layouts.get(idOf(version))) return fail('LAYOUT_CHANGED')
      const created = newLayout({ version, blocks, note, createdBy: memberId, at: now })
      await tx.layouts.insert(created)
      return toVersion(created)
    }
    const kept = await tx.layouts.get(draft.layoutId)
    if (!kept) return fail('LAYOUT_NOT_FOUND')
    if (kept.state !== 'draft' || kept.savedAt !== draft.savedAt) return fail('LAYOUT_CHANGED')
    const saved = { ...kept, blocks, note, savedAt: Math.max(now, kept.savedAt + 1) }
    await tx.layouts.put(saved)
    return toVersion(saved)
  })
}

export const publishLayout: HandlerOf<'console.publishLayout'> = async (
  { layoutId, savedAt },
  { now, fail, transaction },
) => {
  const current = await findPublishedLayout()
  return transaction(async (tx) => {
    const draft = await tx.layouts.get(layoutId)
    if (!draft) return fail('LAYOUT_NOT_FOUND')
    if (draft.state !== 'draft' || draft.savedAt !== savedAt) return fail('LAYOUT_CHANGED')
    if (!(await replace(tx, current))) return fail('LAYOUT_CHANGED')
    const published: LayoutDocument = { ...draft, state: 'published', publishedAt: now }
    await tx.layouts.put(published)
    return toVersion(published)
  })
}

export const rollBackLayout: HandlerOf<'console.rollBackLayout'> = async (
  { layoutId },
  { memberId, now, fail, transaction },
) => {
  const [current, version] = await Promise.all([findPublishedLayout(), nextVersion()])
  return transaction(async (tx) => {
    const earlier = await tx.layouts.get(layoutId)
    if (!earlier) return fail('LAYOUT_NOT_FOUND')
    if (earlier.state !== 'replaced') return fail('LAYOUT_CHANGED')
    if (await tx.layouts.get(idOf(version))) return fail('LAYOUT_CHANGED')
    if (!(await replace(tx, current))) return fail('LAYOUT_CHANGED')
    const note = `v${earlier.version}`
    const draft = newLayout({ version, blocks: earlier.blocks, note, createdBy: memberId, at: now })
    const again: LayoutDocument = { ...draft, state: 'published', publishedAt: now }
    await tx.layouts.insert(again)
    return toVersion(again)
  })
}

/**
 * Puts the published version aside. It writes to that version, so that of two who publish at the
 * same time only one does; false when it is not the published one any more.
 */
async function replace(tx: Transaction, current: LayoutDocument | undefined): Promise<boolean> {
  if (!current) return true
  const layout = await tx.layouts.get(current._id)
  if (layout?.state !== 'published') return false
  return tx.layouts.update(current._id, { state: 'replaced' })
}

const idOf = (version: number) => `home:${version}`

async function nextVersion(): Promise<number> {
  const [last] = await readLayouts(1)
  return (last?.version ?? 0) + 1
}

const newLayout = ({
  at,
  ...layout
}: Pick<LayoutDocument, 'version' | 'blocks' | 'note' | 'createdBy'> & {
  at: number
}): LayoutDocument => ({
  _id: idOf(layout.version),
  page: 'home',
  state: 'draft',
  ...layout,
  createdAt: at,
  savedAt: at,
})

const toVersion = ({
  _id,
  version,
  state,
  note,
  createdBy,
  savedAt,
  publishedAt,
}: Omit<LayoutDocument, 'blocks'>): LayoutVersion => ({
  id: _id,
  version,
  state,
  note,
  createdBy,
  savedAt,
  ...(publishedAt === undefined ? {} : { publishedAt }),
})
