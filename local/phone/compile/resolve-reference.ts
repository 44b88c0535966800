import { posix } from 'node:path'
import type { SourceTree } from './source-tree'

/**
 * Finds what a reference in a mini program means. WeChat's order: `/x` from the package's root;
 * else next to the file; else from the root; else in the nearest `miniprogram_npm`. Each place is
 * tried as `x` and as `x/index`. Null when there is nothing.
 */
export function resolveReference(
  tree: SourceTree,
  fromFile: string,
  reference: string,
  extensions: readonly string[],
): string | null {
  for (const place of placesOf(fromFile, reference)) {
    for (const candidate of [place, `${place}/index`]) {
      if (extensions.some((extension) => tree.has(candidate + extension))) return candidate
    }
  }
  return null
}

/** The same for a file that is named with its extension (`import`, `include`, `wxs`, `@import`). */
export function resolveFile(
  tree: SourceTree,
  fromFile: string,
  reference: string,
  extension: string,
): string | null {
  const named = reference.endsWith(extension) ? reference : reference + extension
  return [...placesOf(fromFile, named)].find((place) => tree.has(place)) ?? null
}

/** The file that `require(reference)` means: `x`, `x.js` or `x/index.js` in the same places. */
export function resolveModule(
  tree: SourceTree,
  fromFile: string,
  reference: string,
): string | null {
  for (const place of placesOf(fromFile, reference)) {
    const candidates = [place, `${place}.js`, `${place}/index.js`]
    const found = candidates.find((file) => file.endsWith('.js') && tree.has(file))
    if (found) return found
  }
  return null
}

function* placesOf(fromFile: string, reference: string): Generator<string> {
  if (reference.startsWith('/')) {
    yield posix.normalize(reference.slice(1))
    yield* npmPlaces(fromFile, reference.slice(1))
    return
  }
  const beside = posix.join(posix.dirname(fromFile), reference)
  if (!beside.startsWith('..')) yield beside
  if (reference.startsWith('.')) return
  yield posix.normalize(reference)
  yield* npmPlaces(fromFile, reference)
}

function* npmPlaces(fromFile: string, reference: string): Generator<string> {
  let folder = posix.dirname(fromFile)
  for (;;) {
    yield posix.join(folder, 'miniprogram_npm', reference)
    if (folder === '.' || folder === '') return
    folder = posix.dirname(folder)
  }
}
