/** A mistake in the project's own sources, said with the place where it is mended. */
export class BuildError extends Error {
  constructor(
    message: string,
    readonly file: string,
    readonly line?: number,
  ) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${message}`)
    this.name = 'BuildError'
  }
}
