/**
 * A URL the browser can load for what a `src` attribute names; relative paths start at its file.
 * Files of the cloud are asked for in the name of the phone's user.
 */
export function resolveResource(src: string, ownerFile: string, user: string): string {
  if (src === '' || /^(data:|blob:|https?:|\/\/)/.test(src)) return src
  if (src.startsWith('cloud://')) return cloudFileUrl(src, user)
  const parts = src.startsWith('/') ? [] : ownerFile.split('/').slice(0, -1)
  for (const part of src.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return `/phone/package/${encodePath(parts.join('/'))}`
}

/** Where the local cloud gives out a file of its storage to that user. */
export function cloudFileUrl(fileId: string, user: string): string {
  const path = fileId.slice('cloud://'.length).split('/').slice(1).join('/')
  return `/files/${encodePath(path)}?user=${encodeURIComponent(user)}`
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
