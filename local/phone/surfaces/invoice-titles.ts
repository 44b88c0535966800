import { chooseFrom } from './choice-page'
import { FORM_STYLE, formField } from './form-field'
import { openFullPage } from './full-page'
import type { Stage } from './stage'
import { wechatMemory } from './wechat-memory'

/** An invoice title as `wx.chooseInvoiceTitle` returns it. */
export interface InvoiceTitle {
  /** 0 a company, 1 a person: WeChat gives it as text. */
  type: '0' | '1'
  title: string
  taxNumber: string
  companyAddress: string
  telephone: string
  bankName: string
  bankAccount: string
}

const FIELDS = [
  ['title', '抬头', '公司或个人名称'],
  ['taxNumber', '税号', '个人不填'],
  ['companyAddress', '单位地址', '选填'],
  ['telephone', '电话号码', '选填'],
  ['bankName', '开户银行', '选填'],
  ['bankAccount', '银行账户', '选填'],
] as const

/** WeChat's invoice titles; `undefined` when the user leaves without one. */
export function chooseInvoiceTitle(stage: Stage): Promise<InvoiceTitle | undefined> {
  const memory = wechatMemory(stage.host, 'invoice-titles', sampleTitles)
  return chooseFrom<InvoiceTitle>(stage, {
    name: 'invoice-titles',
    title: '发票抬头',
    addText: '添加发票抬头',
    load: memory.read,
    save: memory.write,
    describe: ({ title, type, taxNumber }) => ({
      title,
      note: type === '0' ? '单位' : '个人',
      line: taxNumber || '没有税号',
    }),
    edit: (title) => editTitle(stage, title),
  })
}

function editTitle(
  stage: Stage,
  title: InvoiceTitle | undefined,
): Promise<InvoiceTitle | 'deleted' | undefined> {
  stage.style('form', FORM_STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    const finish = (value: InvoiceTitle | 'deleted' | undefined): void => {
      page.close()
      resolve(value)
    }
    const page = openFullPage(stage, {
      name: 'invoice-form',
      title: title ? '修改抬头' : '添加抬头',
      onBack: () => finish(undefined),
    })
    const fields = FIELDS.map(([key, label, placeholder]) => ({
      key,
      ...formField(stage, { label, placeholder, value: title?.[key] ?? '' }),
    }))
    const problem = make('p', { class: 'wxs-form-problem', role: 'alert' })
    const save = (): void => {
      const values = Object.fromEntries(
        fields.map(({ key, input }) => [key, input.value.trim()]),
      ) as Record<(typeof FIELDS)[number][0], string>
      if (values.title === '') {
        problem.textContent = '请填写抬头'
        return
      }
      // WeChat asks for a tax number of every company; who has one is a company.
      finish({ ...values, type: values.taxNumber === '' ? '1' : '0' })
    }
    page.body.append(
      make('div', { class: 'wxs-list' }, ...fields.map(({ row }) => row)),
      problem,
      make(
        'div',
        { class: 'wxs-form-actions' },
        make('button', { class: 'wxs-button', 'data-primary': true, onClick: save }, '保存'),
        title &&
          make(
            'button',
            { class: 'wxs-text-button', onClick: () => finish('deleted') },
            '删除抬头',
          ),
      ),
    )
  })
}

function sampleTitles(): InvoiceTitle[] {
  const blank = { companyAddress: '', telephone: '', bankName: '', bankAccount: '' }
  return [
    { ...blank, type: '0', title: '松风设计工作室（样例）', taxNumber: '91330100MA0000000X' },
    { ...blank, type: '1', title: '何小满', taxNumber: '' },
  ]
}
