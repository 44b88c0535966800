/** One opening tag of a WXML source. Offsets count from the start of the source. */
export interface WxmlTag {
  name: string
  offset: number
  attributes: WxmlAttribute[]
}

interface WxmlAttribute {
  name: string
  value: string
  start: number
  end: number
}

const SPACE = /\s/

/** The opening tags of a template, in order; comments, texts and WXS bodies are passed over. */
export function wxmlTags(source: string): WxmlTag[] {
  const tags: WxmlTag[] = []
  let at = 0
  while (at < source.length) {
    if (source.startsWith('<!--', at)) at = after(source, '-->', at + 4)
    else if (source.startsWith('{{', at)) at = after(source, '}}', at + 2)
    else if (source.charAt(at) === '<' && /[a-zA-Z]/.test(source.charAt(at + 1))) {
      const tag = readTag(source, at)
      tags.push(tag.tag)
      at = tag.end
      if (tag.tag.name === 'wxs' && !tag.selfClosing) at = after(source, '</wxs', at)
    } else at += 1
  }
  return tags
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from)
  return found < 0 ? source.length : found + mark.length
}

function readTag(
  source: string,
  offset: number,
): { tag: WxmlTag; end: number; selfClosing: boolean } {
  let at = offset + 1
  while (at < source.length && /[\w-]/.test(source.charAt(at))) at += 1
  const tag: WxmlTag = { name: source.slice(offset + 1, at), offset, attributes: [] }
  while (at < source.length && source.charAt(at) !== '>') {
    if (SPACE.test(source.charAt(at)) || source.charAt(at) === '/') {
      at += 1
      continue
    }
    const attribute = readAttribute(source, at)
    tag.attributes.push(attribute)
    at = attribute.end
  }
  return { tag, end: at + 1, selfClosing: source.charAt(at - 1) === '/' }
}

function readAttribute(source: string, start: number): WxmlAttribute {
  let at = start + 1
  while (at < source.length && !/[\s=>/]/.test(source.charAt(at))) at += 1
  const name = source.slice(start, at)
  let value = at
  while (SPACE.test(source.charAt(value))) value += 1
  if (source.charAt(value) !== '=') return { name, value: '', start, end: at }
  value += 1
  while (SPACE.test(source.charAt(value))) value += 1
  const quote = source.charAt(value)
  if (quote === '"' || quote === "'") {
    const end = source.indexOf(quote, value + 1)
    const stop = end < 0 ? source.length : end
    return {
      name,
      value: source.slice(value + 1, stop),
      start,
      end: Math.min(stop + 1, source.length),
    }
  }
  let end = value
  while (end < source.length && !/[\s>]/.test(source.charAt(end))) end += 1
  return { name, value: source.slice(value, end), start, end }
}
