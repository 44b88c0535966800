import { transform } from 'esbuild'

/** WXML without comments and the indentation between tags; text inside lines stays as it is. */
export const minifyWxml = (source: string): string =>
  source.replace(/<!--[\s\S]*?-->/g, '').replace(/>\s*\n\s*</g, '><')

/** WXSS without comments and white space; `rpx` is an unknown unit to the minifier and stays. */
export async function minifyWxss(source: string): Promise<string> {
  const { code } = await transform(source, {
    loader: 'css',
    minify: true,
    target: 'chrome70',
    logLevel: 'silent',
  })
  return code
}

export const minifyJson = (source: string): string => JSON.stringify(JSON.parse(source))
