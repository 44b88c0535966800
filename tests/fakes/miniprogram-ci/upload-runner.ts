import { runUpload } from '../../../scripts/upload/run-upload'

/** One upload, as the test asks for it. */
export interface UploadOrder {
  words: string[]
  variables: Record<string, string>
  appId: string
  /** Where what is handed over is put together. */
  folder: string
  /** Where the package `miniprogram-ci` is. */
  compilers: string
  uncommitted: string[]
}

// A process of its own, because failures that nobody catches end it.
process.on('message', ({ compilers, uncommitted, ...order }: UploadOrder) => {
  const lines: string[] = []
  void runUpload(order.words, {
    ...order,
    say: (line) => lines.push(line),
    compilers: () => compilers,
    uncommittedFiles: () => uncommitted,
    build: () => Promise.resolve(),
  }).then((code) => process.send?.({ code, output: lines.join('\n') }))
})
process.on('disconnect', () => process.exit())
