import { type Api, ApiFailure, asyncApi } from './define-api'
import type { PhoneContext } from './phone-context'

const TOAST_ICONS = ['success', 'error', 'loading', 'none']
/** WeChat measures the words of a dialog's buttons in encoded characters: four Han, nine each. */
const BUTTON_LIMIT = 36
const ACTION_LIMIT = 6

/** Toasts, loading, dialogs and action sheets. */
export function promptApis(phone: PhoneContext): Api[] {
  return [...toastApis(phone), modalApi(phone), actionSheetApi(phone)]
}

function toastApis({ host, surfaces: { toast } }: PhoneContext): Api[] {
  return [
    asyncApi(
      host,
      'showToast',
      {
        title: 'String!',
        icon: 'String',
        image: 'String',
        duration: 'Number',
        mask: 'Boolean',
      },
      ({ title, icon = 'success', image, duration = 1500, mask }) => {
        // An unknown icon is drawn as the default one by WeChat.
        const known = TOAST_ICONS.includes(icon) ? icon : 'success'
        toast.show({ kind: 'toast', title, icon: known, image, mask: Boolean(mask), duration })
      },
    ),
    asyncApi(host, 'showLoading', { title: 'String!', mask: 'Boolean' }, ({ title, mask }) =>
      toast.show({ kind: 'loading', title, icon: 'loading', mask: Boolean(mask) }),
    ),
    asyncApi(host, 'hideToast', { noConflict: 'Boolean' }, ({ noConflict }) => {
      toast.hide(noConflict ? 'toast' : 'any')
    }),
    asyncApi(host, 'hideLoading', { noConflict: 'Boolean' }, ({ noConflict }) => {
      if (!toast.hide(noConflict ? 'loading' : 'any')) throw new ApiFailure("toast can't be found")
    }),
  ]
}

function modalApi({ host, surfaces }: PhoneContext): Api {
  return asyncApi(
    host,
    'showModal',
    {
      title: 'String',
      content: 'String',
      showCancel: 'Boolean',
      cancelText: 'String',
      cancelColor: 'String',
      confirmText: 'String',
      confirmColor: 'String',
      editable: 'Boolean',
      placeholderText: 'String',
    },
    async (options) => {
      const { title = '', content = '', showCancel = true, editable = false } = options
      const { cancelText = '取消', confirmText = '确定' } = options
      checkButton('confirmText', confirmText)
      checkButton('cancelText', cancelText)
      const answer = await surfaces.modal({
        title,
        content,
        confirmText,
        confirmColor: options.confirmColor,
        cancelText: showCancel ? cancelText : undefined,
        cancelColor: options.cancelColor,
        editable: Boolean(editable),
        placeholder: options.placeholderText ?? '',
      })
      return {
        confirm: answer.confirmed,
        cancel: !answer.confirmed,
        content: editable && answer.confirmed ? answer.text : null,
      }
    },
    ['confirm', 'cancel', 'content'],
  )
}

function checkButton(name: string, text: string): void {
  if (encodeURIComponent(text).length > BUTTON_LIMIT) {
    throw new ApiFailure(`${name} length should not larger than 4 Chinese characters`)
  }
}

function actionSheetApi({ host, surfaces }: PhoneContext): Api {
  return asyncApi(
    host,
    'showActionSheet',
    { itemList: 'Array!', itemColor: 'String', alertText: 'String' },
    async ({ itemList, itemColor, alertText }) => {
      if (itemList.length === 0) {
        throw new ApiFailure('parameter error: parameter.itemList should have at least 1 item;')
      }
      if (itemList.length > ACTION_LIMIT) {
        throw new ApiFailure('parameter error: itemList should not be large than 6')
      }
      const items = itemList.map((item, index) => {
        if (typeof item === 'string') return item
        const kind = Object.prototype.toString.call(item).slice(8, -1)
        throw new ApiFailure(
          `parameter error: parameter.itemList[${index}] should be String instead of ${kind};`,
        )
      })
      const tapIndex = await surfaces.actionSheet({ items, color: itemColor, title: alertText })
      if (tapIndex === undefined) throw new ApiFailure('cancel')
      return { tapIndex }
    },
    ['tapIndex'],
  )
}
