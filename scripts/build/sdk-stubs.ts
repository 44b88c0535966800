import type { Plugin } from 'esbuild'

/** Parts of the SDK that no function here uses; without them a cold start takes half as long. */
const unused = [
  '@cloudbase/ai',
  '@cloudbase/app',
  '@cloudbase/wx-cloud-client-sdk',
  '@cloudbase/adapter-wx_mp',
  'web-streams-polyfill',
]

/** Puts a stub in place of each unused part, which throws as soon as something uses it. */
export const unusedSdkParts: Plugin = {
  name: 'unused-sdk-parts',
  setup(build) {
    const filter = new RegExp(
      `^(${unused.map((name) => name.replace(/[/.]/g, '\\$&')).join('|')})(/|$)`,
    )
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'unused-sdk-part' }))
    build.onLoad({ filter: /.*/, namespace: 'unused-sdk-part' }, ({ path }) => ({
      contents: stubOf(path),
      loader: 'js',
    }))
  },
}

const stubOf = (name: string) => `
const refuse = () => {
  throw new Error(${JSON.stringify(`${name} is left out of this bundle: see scripts/build/sdk-stubs.ts`)})
}
const stub = new Proxy(function () {}, {
  get: (target, key) =>
    key === '__esModule' ? true : key === 'default' || key === 'prototype' || typeof key === 'symbol' ? target[key] : refuse,
  apply: refuse,
  construct: refuse,
})
module.exports = stub
`
