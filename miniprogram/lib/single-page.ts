/** WeChat's scene of a page that was opened inside Moments. */
const singlePageScene = 1154

/**
 * True when WeChat shows one page inside Moments: there is no identity and no way to other pages,
 * so nothing is offered that needs them (`onShareTimeline` leads here).
 */
export const isSinglePage = (): boolean => wx.getLaunchOptionsSync().scene === singlePageScene
