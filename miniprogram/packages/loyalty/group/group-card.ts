import { call } from '../../../lib/call'

/** WeChat's template of a card that changes when everybody is there. */
const allThereTemplate = '666F374D69D16C932E45D7E7D9F10CEF6177F5F5'

/**
 * Makes the share card of this page one that says how many are in the group, and goes on saying it
 * where it was sent. Where that is not to be had the card is an ordinary one.
 */
export async function prepareGroupCard(groupId: string): Promise<void> {
  const result = await call('loyalty.shareGroup', { groupId })
  if (!result.ok || result.data.activityId === undefined) return
  const { activityId, memberCount, size } = result.data
  try {
    await wx.updateShareMenu({
      withShareTicket: true,
      isUpdatableMessage: true,
      activityId,
      templateInfo: {
        templateId: allThereTemplate,
        parameterList: [
          { name: 'member_count', value: String(memberCount) },
          { name: 'room_limit', value: String(size) },
        ],
      } as WechatMiniprogram.UpdatableMessageFrontEndTemplateInfo,
    })
  } catch (error) {
    console.error('updateShareMenu', error)
  }
}
