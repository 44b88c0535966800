import type { UploadSizes } from './uploadable'

const megabyte = 1024 * 1024

/** What WeChat takes: a main package or subpackage, and all of them together. */
export const uploadLimits = { packageBytes: 2 * megabyte, totalBytes: 30 * megabyte }

/** Packages that WeChat would refuse; its compilers do not look. */
export function uploadProblems(sizes: UploadSizes): string[] {
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
  return [
    ...[...sizes]
      .filter(([, bytes]) => bytes > uploadLimits.packageBytes)
      .map(([root, bytes]) => `${root || 'The main package'} has ${bytes} bytes: over 2 MB.`),
    ...(total > uploadLimits.totalBytes ? [`All packages have ${total} bytes: over 30 MB.`] : []),
  ]
}
