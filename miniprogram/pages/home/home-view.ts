import type { Home, HomeBlock } from '../../../shared/contract/catalog'
import type { Language } from '../../../shared/contract/define'
import type { MessageTexts } from '../../../shared/messages/messages'
import { fill } from '../../lib/language'

/** What the home page draws. */
export interface HomeView {
  /** For a card in a chat. */
  shareTitle: string
  searchLabel: string
  searchHint: string
  /** Absent when the company has left it out. */
  hero?: {
    /** Two facts a line. */
    factLines: { id: number; facts: string[] }[]
    link: { label: string; productId: string }
    alt: string
  }
  blocks: HomeBlock[]
}

/** Parts the home page into its hero, with the facts in pairs, and the blocks under it. */
export function toHomeView(
  { company, blocks, searchHint }: Home,
  texts: MessageTexts['home'],
): HomeView {
  const hero = blocks.find((block) => block.kind === 'hero')
  return {
    shareTitle: hero
      ? fill(texts.share, { company: company.name, headline: hero.alt })
      : company.name,
    searchLabel: fill(texts.search, { hint: searchHint }),
    searchHint,
    ...(hero ? { hero: { factLines: pairs(hero.facts), link: hero.link, alt: hero.alt } } : {}),
    blocks: blocks.filter(({ kind }) => kind !== 'hero'),
  }
}

/** Package path of the hero's lettering in a language, without theme and file type. */
export const letteringOf = (language: Language): string =>
  `/images/lettering-${language === 'en' ? 'en' : 'zh'}`

function pairs(facts: string[]): NonNullable<HomeView['hero']>['factLines'] {
  const lines: NonNullable<HomeView['hero']>['factLines'] = []
  for (let id = 0; id < facts.length; id += 2) lines.push({ id, facts: facts.slice(id, id + 2) })
  return lines
}
