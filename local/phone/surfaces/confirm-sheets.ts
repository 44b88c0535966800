import { showActionSheet } from './action-sheet'
import { openFullPage } from './full-page'
import { showModal } from './modal'
import type { Stage } from './stage'

/** The system's question before a call; true when the user calls. */
export async function askPhoneCall(stage: Stage, phoneNumber: string): Promise<boolean> {
  const chosen = await showActionSheet(stage, { items: [`呼叫 ${phoneNumber}`] })
  return chosen === 0
}

/** WeChat's confirmation of receipt for an order; true when the customer confirms. */
export async function askReceipt(stage: Stage, transaction: string): Promise<boolean> {
  const { confirmed } = await showModal(stage, {
    title: '确认收货',
    content: `订单 ${transaction}\n确认收货后，款项会付给商家。`,
    confirmText: '确认收货',
    cancelText: '取消',
    editable: false,
    placeholder: '',
  })
  return confirmed
}

/** Another mini program is not on this phone: says which one would open; true when the user goes. */
export async function askOtherMiniProgram(
  stage: Stage,
  { appId, path }: { appId: string; path: string },
): Promise<boolean> {
  const { confirmed } = await showModal(stage, {
    title: '',
    content: `即将打开小程序 ${appId}`,
    confirmText: '允许',
    cancelText: '取消',
    editable: false,
    placeholder: '',
  })
  if (!confirmed) return false
  const { make } = stage
  const page = openFullPage(stage, {
    name: 'other-mini-program',
    title: '另一个小程序',
    onBack: () => page.close(),
  })
  page.body.append(
    make(
      'article',
      { class: 'wxs-article' },
      make('h2', {}, appId),
      make('p', {}, path ? `打开的页面：${path}` : '打开它的首页。'),
      make('p', {}, '本地手机里只有你正在做的小程序，所以到这里为止。'),
    ),
  )
  return true
}
