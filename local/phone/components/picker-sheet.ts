import type { PhoneHost } from '../runtime/types'
import { pickerSheetCss } from './picker-sheet-css'
import type { PickerModel } from './picker-model'
import { createWheel } from './wheel'
import type { Wheel } from './wheel'

const ITEM_HEIGHT = 56
const CLOSE_TIME = 300

const WORDS = {
  zh_CN: { cancel: '取消', confirm: '确定' },
  en: { cancel: 'Cancel', confirm: 'Confirm' },
} as const

export interface PickerSheet {
  /** Draws the columns again after the choices or the chosen ones changed from outside. */
  refresh(): void
  close(): void
}

export interface PickerSheetOptions {
  readonly host: PhoneHost
  readonly model: PickerModel
  readonly title: string
  confirmed(): void
  cancelled(): void
}

interface Column {
  box: HTMLElement
  wheel: Wheel
  labels: string
}

/** Opens the wheels of a picker at the bottom of the phone. */
export function openPickerSheet(options: PickerSheetOptions): PickerSheet {
  const { host, model } = options
  const { document } = host
  const words = WORDS[host.device.language]
  const columns: Column[] = []
  let open = true

  const make = (tag: string, part: string, text = ''): HTMLElement => {
    const element = document.createElement(tag)
    element.className = `wx-picker-sheet${part}`
    element.textContent = text
    return element
  }
  const makeOption = (label: string): HTMLElement => {
    const option = make('div', '-item', label)
    option.setAttribute('role', 'option')
    return option
  }
  const sheet = make('div', '')
  const mask = make('div', '-mask')
  const panel = make('div', '-panel')
  const head = make('div', '-head')
  const body = make('div', '-body')
  const cancel = make('button', '-button', words.cancel)
  const confirm = make('button', '-button', words.confirm)
  const style = document.createElement('style')
  style.textContent = pickerSheetCss
  confirm.dataset['confirm'] = ''
  panel.setAttribute('role', 'dialog')
  if (host.appConfig['darkmode'] === true) sheet.dataset['theme'] = host.device.theme
  head.append(cancel, make('div', '-title', options.title), confirm)
  panel.append(head, body)
  sheet.append(style, mask, panel)

  const close = (): void => {
    if (!open) return
    open = false
    delete sheet.dataset['open']
    for (const { wheel } of columns) wheel.stop()
    document.defaultView?.setTimeout(() => sheet.remove(), CLOSE_TIME)
  }
  const addColumn = (): Column => {
    const box = make('div', '-column')
    const place = columns.length
    box.tabIndex = 0
    box.setAttribute('role', 'listbox')
    body.append(box)
    const wheel = createWheel({
      scroller: box,
      itemHeight: () => ITEM_HEIGHT,
      count: () => model.columns()[place]?.length ?? 0,
      settled(index) {
        if (model.indexes()[place] === index) return
        model.turn(place, index)
        refresh()
      },
    })
    const column = { box, wheel, labels: '' }
    columns.push(column)
    return column
  }
  const refresh = (): void => {
    const lists = model.columns()
    const indexes = model.indexes()
    lists.forEach((labels, place) => {
      const column = columns[place] ?? addColumn()
      const key = labels.join('\n')
      if (key !== column.labels) {
        column.labels = key
        column.box.replaceChildren(...labels.map(makeOption))
      }
      const index = indexes[place] ?? 0
      if (column.wheel.index !== index || column.box.scrollTop !== index * ITEM_HEIGHT) {
        column.wheel.show(index)
      }
      ;[...column.box.children].forEach((option, at) => {
        option.setAttribute('aria-selected', String(at === index))
      })
    })
    for (const column of columns.splice(lists.length)) {
      column.wheel.stop()
      column.box.remove()
    }
  }

  mask.addEventListener('click', () => {
    close()
    options.cancelled()
  })
  cancel.addEventListener('click', () => {
    close()
    options.cancelled()
  })
  confirm.addEventListener('click', () => {
    for (const { wheel } of columns) wheel.finish()
    close()
    options.confirmed()
  })
  host.surfaceRoot.append(sheet)
  refresh()
  // The closed look must be laid out once before it can move.
  void panel.offsetHeight
  sheet.dataset['open'] = ''
  return { refresh, close }
}
