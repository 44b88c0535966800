/** A group of texts in both languages; an English text that is missing does not compile. */
export const group = <const K extends string>(texts: {
  'zh-CN': Record<K, string>
  en: Record<NoInfer<K>, string>
}): { 'zh-CN': Record<K, string>; en: Record<K, string> } => texts
