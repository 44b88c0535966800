/** The part of Skia's path geometry that turns strokes into outlines. */
declare module 'pathkit-wasm/bin/pathkit.js' {
  export type Verb = number

  export interface SkPath {
    op(other: SkPath, operation: unknown): SkPath
    simplify(): SkPath
    stroke(options: {
      width: number
      cap: unknown
      join: unknown
      miter_limit: number
    }): SkPath | null
    /** verb first, then its numbers */
    toCmds(): [Verb, ...number[]][]
    transform(...matrix: number[]): SkPath
    delete(): void
  }

  export interface PathKit {
    MOVE_VERB: Verb
    LINE_VERB: Verb
    QUAD_VERB: Verb
    CUBIC_VERB: Verb
    CLOSE_VERB: Verb
    PathOp: { UNION: unknown }
    StrokeCap: { BUTT: unknown; ROUND: unknown; SQUARE: unknown }
    StrokeJoin: { MITER: unknown }
    NewPath(): SkPath
    FromSVGString(d: string): SkPath | null
  }

  export default function load(options: { wasmBinary: Uint8Array }): Promise<PathKit>
}
