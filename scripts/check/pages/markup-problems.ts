import { BUILTIN_TAGS } from '../../../local/phone/compile/builtin-tags'
import { wxmlTags } from '../../../local/phone/compile/wxml-tags'
import type { WxmlTag } from '../../../local/phone/compile/wxml-tags'
import type { Definition } from './definition'
import { expressionsIn, namesIn } from './expressions'
import type { Source } from './sources'

const structural = new Set(['block', 'slot', 'template', 'import', 'include', 'wxs'])
const eventAttribute = /^(?:capture-)?(?:mut-)?(?:bind|catch):?[\w-]+$/
const chinese = /[\u3400-\u9fff]/

/** What WeChat's compilers let pass in a markup although it cannot work. */
export function markupProblems(
  { markup, components }: Pick<Source, 'markup' | 'components'>,
  definition: Definition,
): string[] {
  const tags = wxmlTags(markup)
  const locals = localsOf(tags)
  const problems = [
    ...undeclaredTags(tags, components),
    ...unusedTags(tags, components),
    ...missingHandlers(tags, definition),
  ]
  for (const expression of expressionsIn(markup))
    for (const chain of namesIn(expression)) {
      const [root = '', group, key] = chain
      if (!definition.fields.has(root) && !locals.has(root))
        problems.push(`"${root}" in {{${expression.trim()}}} is no data of it`)
      else if (root === 't' && group !== undefined && key !== undefined)
        if (definition.texts[group]?.[key] === undefined)
          problems.push(`there is no text t.${group}.${key}, or the page does not ask for ${group}`)
    }
  if (chinese.test(markup.replace(/<!--[\s\S]*?-->/g, '')))
    problems.push('Chinese words belong in shared/messages')
  return problems
}

function undeclaredTags(tags: readonly WxmlTag[], components: Source['components']): string[] {
  return tags
    .filter(({ name }) => !BUILTIN_TAGS.has(name) && !structural.has(name))
    .filter(({ name }) => !Object.hasOwn(components, name))
    .map(({ name }) => `<${name}> is no component it declares`)
}

/** Names a declared component stands for elsewhere than as a tag of this markup. */
function unusedTags(tags: readonly WxmlTag[], components: Source['components']): string[] {
  const used = new Set(tags.map(({ name }) => name))
  for (const { attributes } of tags)
    for (const { name, value } of attributes) if (name.startsWith('generic:')) used.add(value)
  return Object.keys(components)
    .filter((name) => !used.has(name))
    .map((name) => `${name} is declared and not used`)
}

function missingHandlers(tags: readonly WxmlTag[], { methods }: Definition): string[] {
  return tags
    .flatMap(({ attributes }) => attributes)
    .filter(({ name, value }) => eventAttribute.test(name) && value !== '' && !value.includes('{{'))
    .filter(({ value }) => !methods.has(value))
    .map(({ name, value }) => `${name}="${value}" names a method it does not have`)
}

/** Names that stand for something inside the markup: items of loops and WXS modules. */
function localsOf(tags: readonly WxmlTag[]): Set<string> {
  const locals = new Set<string>()
  for (const { name: tag, attributes } of tags)
    for (const { name, value } of attributes) {
      if (name === 'wx:for') locals.add('item').add('index')
      if (name === 'wx:for-item' || name === 'wx:for-index') locals.add(value)
      if (tag === 'wxs' && name === 'module') locals.add(value)
      if (tag === 'template' && name === 'name') locals.add('*')
    }
  return locals
}
