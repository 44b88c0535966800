import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { reflectAria } from './accessibility'
import { playAnimation } from './animation'
import { pageCss } from './base-css'
import { button } from './button'
import { canvas } from './canvas'
import { checkbox, checkboxGroup } from './checkbox'
import { ariaProperties, commonProperties } from './common-properties'
import { form } from './form'
import { icon } from './icon'
import { coverImage, image } from './image'
import { input } from './input'
import { label } from './label'
import { map } from './map'
import { matchMedia } from './match-media'
import { movableArea, movableView } from './movable'
import { navigator } from './navigator'
import { ad, officialAccount, webView } from './outside-content'
import { pageContainer } from './page-container'
import { navigationBar, pageMeta } from './page-meta'
import { picker } from './picker'
import { pickerView, pickerViewColumn } from './picker-view'
import { progress } from './progress'
import { radio, radioGroup } from './radio'
import { richText } from './rich-text'
import { rootPortal } from './root-portal'
import { scrollView } from './scroll-view'
import { slider } from './slider'
import { swiper, swiperItem } from './swiper'
import { switchComponent } from './switch'
import { span, text } from './text'
import { textarea } from './textarea'
import { video } from './video'
import { coverView, view } from './view'

const definitions: BuiltinDefinition[] = [
  view,
  coverView,
  text,
  span,
  image,
  coverImage,
  button,
  input,
  textarea,
  scrollView,
  swiper,
  swiperItem,
  label,
  form,
  checkbox,
  checkboxGroup,
  radio,
  radioGroup,
  switchComponent,
  slider,
  picker,
  pickerView,
  pickerViewColumn,
  progress,
  navigator,
  richText,
  icon,
  rootPortal,
  canvas,
  movableArea,
  movableView,
  video,
  map,
  pageMeta,
  navigationBar,
  pageContainer,
  matchMedia,
  webView,
  officialAccount,
  ad,
]

/** The rules of `"style": "v2"` in app.json apply under this mark. */
function markStyleVersion(self: BuiltinInstance): void {
  const { style } = self.host.appConfig
  if (style === 'v2') self.document.documentElement.dataset['style'] = 'v2'
}

function withCommon(definition: BuiltinDefinition): BuiltinDefinition {
  return {
    ...definition,
    properties: { ...commonProperties, ...definition.properties },
    observers: {
      ...definition.observers,
      [ariaProperties.join()]: reflectAria,
      animation: playAnimation,
    },
    created(self) {
      markStyleVersion(self)
      definition.created?.(self)
    },
  }
}

/** Every built-in component of the phone. */
export const builtins: BuiltinDefinition[] = definitions.map(withCommon)

/** All rules of all components; goes into a page once, in front of app.wxss. */
export const baseCss: string = [
  pageCss,
  ...definitions.map((definition) => definition.css ?? ''),
].join('\n')
