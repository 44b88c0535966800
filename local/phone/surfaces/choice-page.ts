import { openFullPage } from './full-page'
import type { Stage } from './stage'

export interface ChoicePageOptions<T> {
  name: string
  title: string
  addText: string
  load(): T[]
  /** The rows' words: a headline and a second line. */
  describe(item: T): { title: string; note: string; line: string }
  /** Writes or changes an item; `undefined` stands for a new one. */
  edit(item: T | undefined): Promise<T | 'deleted' | undefined>
  save(items: T[]): void
}

/** A page with things the user keeps with WeChat: choose one, change one, add one. */
export function chooseFrom<T>(stage: Stage, options: ChoicePageOptions<T>): Promise<T | undefined> {
  stage.style('choice', STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    const finish = (item: T | undefined): void => {
      page.close()
      resolve(item)
    }
    const page = openFullPage(stage, {
      name: options.name,
      title: options.title,
      onBack: () => finish(undefined),
    })
    const list = make('div', { class: 'wxs-list' })
    const change = async (index: number): Promise<void> => {
      const items = options.load()
      const edited = await options.edit(items[index])
      if (edited === undefined) return
      if (edited === 'deleted') items.splice(index, 1)
      else items.splice(index, 1, edited)
      options.save(items)
      draw()
    }
    const row = (item: T, index: number): HTMLElement => {
      const { title, note, line } = options.describe(item)
      return make(
        'div',
        { class: 'wxs-cell wxs-choice' },
        make(
          'button',
          { class: 'wxs-grow', onClick: () => finish(item) },
          make('span', { class: 'wxs-choice-title' }, title, make('small', {}, note)),
          make('span', { class: 'wxs-small wxs-choice-line' }, line),
        ),
        make(
          'button',
          {
            class: 'wxs-choice-edit wxs-link',
            'aria-label': `编辑 ${title}`,
            onClick: () => void change(index),
          },
          '编辑',
        ),
      )
    }
    const draw = (): void => list.replaceChildren(...options.load().map(row))
    draw()
    page.body.append(list)
    page.panel.append(
      make(
        'footer',
        { class: 'wxs-choice-foot' },
        make(
          'button',
          {
            class: 'wxs-button',
            'data-primary': true,
            onClick: () => void change(options.load().length),
          },
          options.addText,
        ),
      ),
    )
  })
}

const STYLE = `
.wxs-choice { padding: 0 }
.wxs-choice > .wxs-grow { padding: 14px 0 14px 16px }
.wxs-choice-title { display: block; font-weight: 500 }
.wxs-choice-title small { margin-left: 10px; font-size: 14px; font-weight: 400; color: var(--wxs-text-2) }
.wxs-choice-line { display: block; margin-top: 2px }
.wxs-choice-edit { flex: none; min-width: 64px; min-height: 44px; padding: 0 16px; text-align: center; font-size: 15px }
.wxs-choice-foot { flex: none; padding: 12px 16px 46px; background: var(--wxs-page) }
`
