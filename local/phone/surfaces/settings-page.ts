import { openFullPage } from './full-page'
import type { Stage } from './stage'

/** The page on which a user takes back or gives a permission; resolves when it is left. */
export function showSettings(
  stage: Stage,
  scopes: Readonly<Record<string, string>>,
): Promise<void> {
  stage.style('settings', STYLE)
  const { make, host } = stage
  return new Promise((resolve) => {
    const page = openFullPage(stage, {
      name: 'settings',
      title: '设置',
      onBack() {
        page.close()
        resolve()
      },
    })
    const asked = Object.entries(host.device.permissions).filter(([scope]) => scopes[scope])
    const rows = asked.map(([scope, answer]) => {
      const row = make(
        'button',
        {
          class: 'wxs-cell',
          role: 'switch',
          'aria-checked': String(answer === 'allow'),
          onClick() {
            const allowed = row.getAttribute('aria-checked') !== 'true'
            row.setAttribute('aria-checked', String(allowed))
            host.changeDevice({
              permissions: { ...host.device.permissions, [scope]: allowed ? 'allow' : 'deny' },
            })
          },
        },
        make('span', { class: 'wxs-grow' }, scopes[scope]),
        make('i', { class: 'wxs-switch' }),
      )
      return row
    })
    page.body.append(
      make(
        'p',
        { class: 'wxs-caption' },
        rows.length > 0 ? '允许小程序' : '小程序还没有申请过权限',
      ),
      make('div', { class: 'wxs-list' }, ...rows),
    )
  })
}

const STYLE = `
.wxs-switch { flex: none; position: relative; width: 50px; height: 30px; border-radius: 15px; background: var(--wxs-line); transition: background .2s }
.wxs-switch::after { content: ""; position: absolute; top: 2px; left: 2px; width: 26px; height: 26px; border-radius: 50%; background: #fff; box-shadow: 0 1px 3px rgba(0,0,0,.2); transition: transform .2s }
[aria-checked="true"] > .wxs-switch { background: var(--wxs-brand) }
[aria-checked="true"] > .wxs-switch::after { transform: translateX(20px) }
`
