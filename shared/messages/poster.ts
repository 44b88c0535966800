import { group } from './define'

/** The picture of a product to share, with a code. */
export const poster = group({
  'zh-CN': {
    title: '分享海报',
    drawing: '正在画',
    save: '存到相册',
    saved: '已存到相册',
    send: '发给朋友',
    scan: '长按或扫码看看',
    priceFrom: '{price} 起',
    picture: '{name}的分享海报',
    deniedTitle: '没有相册权限',
    deniedLine: '在设置里打开“添加到相册”，就能存了。',
    deniedGo: '去设置',
    failedTitle: '没画出来',
    failedLine: '再试一次，或直接发给朋友。',
  },
  en: {
    title: 'Poster',
    drawing: 'Drawing',
    save: 'Save to album',
    saved: 'Saved to your album',
    send: 'Send to a friend',
    scan: 'Press long or scan',
    priceFrom: 'from {price}',
    picture: 'Poster of {name}',
    deniedTitle: 'No access to your album',
    deniedLine: 'Allow adding to the album in the settings to save it.',
    deniedGo: 'Settings',
    failedTitle: 'It could not be drawn',
    failedLine: 'Try again, or send the product itself.',
  },
})
