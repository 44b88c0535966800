import type { Home } from '../../../../shared/contract/catalog'
import { call } from '../../../lib/call'
import { toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { currentLanguage } from '../../../lib/language'
import { definePage } from '../../../lib/page'
import { letteringOf } from '../../../pages/home/home-view'

type Hero = Extract<Home['blocks'][number], { kind: 'hero' }>

definePage({
  texts: ['common', 'company'],
  data: {
    layoutId: '',
    /** What became of this version, as whoever leads here knows it. */
    state: 'draft',
    home: null as Home | null,
    hero: null as Hero | null,
    lettering: letteringOf(currentLanguage()),
    failure: null as FailureView | null,
  },

  onLoad({ layoutId = '', state = 'draft' }: { layoutId?: string; state?: string }) {
    this.setData({ layoutId, state })
    void this.load()
  },
  onLanguageChange() {
    this.setData({ lettering: letteringOf(currentLanguage()) })
    void this.load()
  },
  async load() {
    const result = await call('console.previewHome', { layoutId: this.data.layoutId })
    if (!result.ok) {
      this.setData({ failure: toFailureView(result) })
      return
    }
    const hero = result.data.blocks.find((block): block is Hero => block.kind === 'hero')
    this.setData({ home: result.data, hero: hero ?? null, failure: null })
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
})
