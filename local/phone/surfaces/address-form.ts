import { type Address, districtsUnder, placeOf } from './address'
import { FORM_STYLE, formField } from './form-field'
import { openFullPage } from './full-page'
import type { Stage } from './stage'

export type AddressEdit =
  { kind: 'saved'; address: Address } | { kind: 'deleted' } | { kind: 'left' }

/** Lets the user write an address, or change or delete one they have. */
export function editAddress(stage: Stage, address: Address | undefined): Promise<AddressEdit> {
  stage.style('form', FORM_STYLE)
  const { make } = stage
  return new Promise((resolve) => {
    const finish = (edit: AddressEdit): void => {
      page.close()
      resolve(edit)
    }
    const page = openFullPage(stage, {
      name: 'address-form',
      title: address ? '修改地址' : '新增地址',
      onBack: () => finish({ kind: 'left' }),
    })
    const name = formField(stage, {
      label: '收货人',
      value: address?.userName ?? '',
      placeholder: '名字',
    })
    const phone = formField(stage, {
      label: '手机号码',
      value: address?.telNumber ?? '',
      placeholder: '11 位数字',
      inputMode: 'tel',
    })
    const region = regionField(stage, address?.nationalCode ?? '330112')
    const detail = formField(stage, {
      label: '详细地址',
      value: address?.detailInfo ?? '',
      placeholder: '街道、门牌号',
    })
    const postal = formField(stage, {
      label: '邮政编码',
      value: address?.postalCode ?? '',
      placeholder: '邮编（选填）',
      inputMode: 'numeric',
    })
    const problem = make('p', { class: 'wxs-form-problem', role: 'alert' })
    const save = (): void => {
      const missing = [name, phone, detail].find(({ input }) => input.value.trim() === '')
      if (missing) {
        problem.textContent = `请填写${missing.row.firstChild?.textContent ?? ''}`
        missing.input.focus()
        return
      }
      if (!/^\d{5,15}$/.test(phone.input.value.trim())) {
        problem.textContent = '手机号码只能是数字'
        phone.input.focus()
        return
      }
      finish({
        kind: 'saved',
        address: {
          userName: name.input.value.trim(),
          telNumber: phone.input.value.trim(),
          ...placeOf(region.code()),
          streetName: '',
          detailInfo: detail.input.value.trim(),
          detailInfoNew: detail.input.value.trim(),
          postalCode: postal.input.value.trim(),
        },
      })
    }
    page.body.append(
      make(
        'div',
        { class: 'wxs-list' },
        name.row,
        phone.row,
        ...region.rows,
        detail.row,
        postal.row,
      ),
      problem,
      make(
        'div',
        { class: 'wxs-form-actions' },
        make('button', { class: 'wxs-button', 'data-primary': true, onClick: save }, '保存'),
        address &&
          make(
            'button',
            { class: 'wxs-text-button', onClick: () => finish({ kind: 'deleted' }) },
            '删除地址',
          ),
      ),
    )
  })
}

/** Province, city and district; a change above picks the first below. */
function regionField({ make }: Stage, code: string): { rows: HTMLElement[]; code(): string } {
  const levels = [
    { label: '省', under: '', value: `${code.slice(0, 2)}0000` },
    { label: '市', under: `${code.slice(0, 2)}0000`, value: `${code.slice(0, 4)}00` },
    { label: '区县', under: `${code.slice(0, 4)}00`, value: code },
  ].map((level) => ({ ...level, select: make('select', { 'aria-label': level.label }) }))
  const fill = (index: number, under: string, value?: string): void => {
    const level = levels[index]
    if (!level) return
    level.select.replaceChildren(
      ...districtsUnder(under).map((district) =>
        make('option', { value: district.code }, district.name),
      ),
    )
    if (value) level.select.value = value
  }
  levels.forEach((level, index) => {
    fill(index, level.under, level.value)
    level.select.addEventListener('change', () => {
      for (let below = index + 1; below < levels.length; below += 1) {
        fill(below, levels[below - 1]?.select.value ?? '')
      }
    })
  })
  return {
    rows: levels.map(({ label, select }) =>
      make(
        'label',
        { class: 'wxs-cell wxs-field' },
        make('span', { class: 'wxs-field-label' }, label),
        select,
      ),
    ),
    code: () => levels.at(-1)?.select.value ?? '',
  }
}
