import fs from 'node:fs'
import type { Plugin } from 'esbuild'

/** Parts of the SDK that no function here uses; without them a cold start takes half as long. */
const unused = [
  '@cloudbase/ai',
  '@cloudbase/app',
  '@cloudbase/wx-cloud-client-sdk',
  '@cloudbase/adapter-wx_mp',
  'web-streams-polyfill',
  // Tickets for custom log-in, and writing XML: answers of the storage are only read.
  'jsonwebtoken',
  'xmlbuilder',
]

/** What esbuild names a stub by, instead of a file. */
export const stubNamespace = 'unused-sdk-part'

/** Puts a stub in place of each unused part, which throws as soon as something uses it. */
export const unusedSdkParts: Plugin = {
  name: 'unused-sdk-parts',
  setup(build) {
    const filter = new RegExp(
      `^(${unused.map((name) => name.replace(/[/.]/g, '\\$&')).join('|')})(/|$)`,
    )
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: stubNamespace }))
    build.onLoad({ filter: /.*/, namespace: stubNamespace }, ({ path }) => ({
      contents: stubOf(path),
      loader: 'js',
    }))
  },
}

interface MediaType {
  source?: string
  charset?: string
  extensions?: string[]
}

/**
 * Leaves out of the table of media types those that no file name and no character set leads to,
 * and what nobody asks of the others: half of the largest single file in a bundle.
 */
export const leanMediaTypes: Plugin = {
  name: 'lean-media-types',
  setup(build) {
    build.onLoad({ filter: /[\\/]mime-db[\\/]db\.json$/ }, ({ path }) => {
      const table = JSON.parse(fs.readFileSync(path, 'utf8')) as Record<string, MediaType>
      const lean = Object.entries(table)
        .filter(([, { extensions, charset }]) => extensions ?? charset)
        .map(([type, { source, charset, extensions }]) => [type, { source, charset, extensions }])
      return { contents: JSON.stringify(Object.fromEntries(lean)), loader: 'json' }
    })
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
