import { openFullPage } from './full-page'
import { openRequestSheet } from './request-sheet'
import type { Stage } from './stage'
import { appNameOf } from './wechat-memory'

/** WeChat's own privacy popup; true when the user agrees. */
export function askPrivacy(
  stage: Stage,
  { contractName }: { contractName: string },
): Promise<boolean> {
  const { make } = stage
  return new Promise((resolve) => {
    openRequestSheet(stage, {
      name: 'privacy',
      title: '用户隐私保护提示',
      allow: '同意',
      refuse: '拒绝',
      body: [
        make(
          'p',
          {},
          '在你使用服务之前，请仔细阅读',
          make(
            'button',
            { class: 'wxs-link', onClick: () => void showPrivacyContract(stage, contractName) },
            contractName,
          ),
          '。如你同意该指引，请点击“同意”开始使用本小程序。',
        ),
      ],
      onAnswer: resolve,
    })
  })
}

/** The privacy guide itself; resolves when it is closed. */
export function showPrivacyContract(stage: Stage, contractName: string): Promise<void> {
  const { make, host } = stage
  return new Promise((resolve) => {
    const close = (): void => {
      page.close()
      resolve()
    }
    const page = openFullPage(stage, {
      name: 'privacy-contract',
      title: '隐私保护指引',
      onBack: close,
    })
    page.body.append(
      make(
        'article',
        { class: 'wxs-article' },
        make('h2', {}, contractName),
        make(
          'p',
          {},
          `本指引是${appNameOf(host)}小程序的开发者为处理你的个人信息而制定。在微信里，这里是开发者在小程序后台填写的内容；本地手机没有这份内容，只让你看到它会在哪里出现。`,
        ),
        make('p', {}, '开发者处理的信息，只在你点了“同意”之后，才会通过微信的接口交给小程序。'),
      ),
    )
  })
}
