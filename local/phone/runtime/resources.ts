/** A URL the browser can load for what a `src` attribute names; relative paths start at its file. */
export function resolveResource(src: string, ownerFile: string): string {
  if (src === '' || /^(data:|blob:|https?:|\/\/)/.test(src)) return src
  if (src.startsWith('cloud://')) {
    const path = src.slice('cloud://'.length).split('/').slice(1).join('/')
    return `/files/${encodePath(path)}`
  }
  const parts = src.startsWith('/') ? [] : ownerFile.split('/').slice(0, -1)
  for (const part of src.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return `/phone/package/${encodePath(parts.join('/'))}`
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
