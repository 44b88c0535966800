import type { Door, Home, ProductCard } from '../../../shared/contract/catalog'
import type { Language } from '../../../shared/contract/define'
import type { MessageTexts } from '../../../shared/messages/messages'
import { fill } from '../../lib/language'

/** What the home page draws. */
export interface HomeView {
  searchLabel: string
  searchHint: string
  /** Two facts a line. */
  factLines: { id: number; facts: string[] }[]
  link: Home['hero']['link']
  heroAlt: string
  doors: (Door & { isWide: boolean })[]
  season: {
    title: string
    more: string
    categoryId: string
    products: ProductCard[]
  }
}

/** Lays the home page out: facts in pairs, doors in pairs with the odd one wide and first. */
export function toHomeView(home: Home, texts: MessageTexts['home']): HomeView {
  const { hero, doors, season, searchHint } = home
  return {
    searchLabel: fill(texts.search, { hint: searchHint }),
    searchHint,
    factLines: pairs(hero.facts),
    link: hero.link,
    heroAlt: hero.alt,
    doors: doors.map((door, index) => ({
      ...door,
      isWide: index === 0 && doors.length % 2 === 1,
    })),
    season: {
      title: season.title,
      more: fill(texts.seasonMore, { count: season.count }),
      categoryId: season.categoryId,
      products: season.products,
    },
  }
}

/** Package path of the hero's lettering in a language, without theme and file type. */
export const letteringOf = (language: Language): string =>
  `/images/lettering-${language === 'en' ? 'en' : 'zh'}`

function pairs(facts: string[]): HomeView['factLines'] {
  const lines: HomeView['factLines'] = []
  for (let id = 0; id < facts.length; id += 2) lines.push({ id, facts: facts.slice(id, id + 2) })
  return lines
}
