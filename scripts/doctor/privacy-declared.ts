/** What the privacy guide of the mini program names and why, in the words that customers read there. */
export const privacyDeclared: Readonly<Record<string, string>> = {
  '微信昵称、头像': '用于在评价和个人资料中展示',
  地址: '用于填写收货地址',
  发票信息: '用于填写发票抬头',
  选中的照片或视频信息: '用于评价晒图、售后凭证和商品图片',
  选中的文件: '用于店员导入商品和上传发票',
  '相册(仅写入)权限': '用于保存分享海报',
  剪切板: '用于复制订单号和运单号',
}
