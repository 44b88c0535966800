import { build, transform, type Plugin } from 'esbuild'
import type { Problem } from './compiled-package'
import { syntaxProblem } from './compile-wxs'

export interface ScriptArtifact {
  code: string
  /** What the file requires, as it is written. */
  requires: string[]
  problems: Problem[]
}

/**
 * Makes a JavaScript file the body of a CommonJS module. CommonJS stays as it is written, so that
 * lines in errors are the file's own; ES modules are converted with a source map.
 */
export async function compileScript(source: string, file: string): Promise<ScriptArtifact> {
  const problem = syntaxProblem(source, file)
  const isModule = problem !== null && /\b(import|export)\b/.test(source)
  if (problem && !isModule) return failed(problem)
  try {
    const requires = await requiresOf(source, file)
    const code = isModule ? await converted(source, file) : source
    return { code, requires, problems: [] }
  } catch (error) {
    return failed(esbuildProblem(error, file))
  }
}

async function converted(source: string, sourcefile: string): Promise<string> {
  const { code } = await transform(source, {
    format: 'cjs',
    target: 'es2022',
    sourcefile,
    sourcemap: 'inline',
    logLevel: 'silent',
  })
  return code
}

async function requiresOf(source: string, sourcefile: string): Promise<string[]> {
  if (!/\b(require|import|export)\b/.test(source)) return []
  const requires = new Set<string>()
  const collect: Plugin = {
    name: 'collect-requires',
    setup({ onResolve }) {
      onResolve({ filter: /.*/ }, ({ path, kind }) => {
        if (kind !== 'entry-point') requires.add(path)
        return { path, external: true }
      })
    },
  }
  await build({
    stdin: { contents: source, sourcefile, loader: 'js' },
    bundle: true,
    write: false,
    format: 'cjs',
    plugins: [collect],
    logLevel: 'silent',
  })
  return [...requires]
}

/** A file that cannot be read still stands: it throws its mistake at whoever requires it. */
function failed(problem: Problem): ScriptArtifact {
  const place = `${problem.file}:${problem.line}:${problem.column}`
  const code = `throw new SyntaxError(${JSON.stringify(`${problem.message} (${place})`)})`
  return { code, requires: [], problems: [problem] }
}

function esbuildProblem(error: unknown, file: string): Problem {
  const errors = (error as { errors?: unknown }).errors
  if (!Array.isArray(errors)) throw error
  const first = errors[0] as
    { text: string; location: { line: number; column: number } | null } | undefined
  return {
    severity: 'error',
    file,
    line: first?.location?.line ?? 1,
    column: (first?.location?.column ?? 0) + 1,
    message: `SyntaxError: ${first?.text ?? 'the file cannot be read'}`,
  }
}
