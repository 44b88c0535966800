import { definitionOf } from '../check/pages/definition'
import { markupProblems } from '../check/pages/markup-problems'
import { pictureProblems } from '../check/pages/picture-problems'
import { routeProblems } from '../check/pages/route-problems'
import { pageSources } from '../check/pages/sources'
import { untranslated } from '../check/pages/untranslated'
import { checkPrivacy } from '../doctor/checks/privacy'

/**
 * What WeChat's compilers let pass although it cannot work: handlers, tags, pages, pictures and texts that
 * are not there, and guarded interfaces that are not declared.
 */
export async function ourProblems(load: (file: string) => unknown = require): Promise<string[]> {
  const privacy = await checkPrivacy()
  return [
    ...pageSources().flatMap((source) =>
      markupProblems(source, definitionOf(source.script, load)).map(
        (problem) => `${source.place}: ${problem}`,
      ),
    ),
    ...routeProblems(),
    ...pictureProblems(),
    ...untranslated(),
    ...privacy.flatMap(({ level, says }) => (level === 'error' ? [says] : [])),
  ]
}
