import { transform } from 'esbuild'
import type { Problem } from './compiled-package'
import { syntaxProblem } from './compile-wxs'

export interface ScriptArtifact {
  code: string
  problems: Problem[]
}

/**
 * Makes a JavaScript file the body of a CommonJS module. CommonJS stays as it is written, so that
 * lines in errors are the file's own; ES modules are converted with a source map.
 */
export async function compileScript(source: string, file: string): Promise<ScriptArtifact> {
  const problem = syntaxProblem(source, file)
  if (!problem) return { code: source, problems: [] }
  if (!/\b(import|export)\b/.test(source)) {
    return { code: failing(problem), problems: [problem] }
  }
  try {
    const converted = await transform(source, {
      format: 'cjs',
      target: 'es2022',
      sourcefile: file,
      sourcemap: 'inline',
      logLevel: 'silent',
    })
    return { code: converted.code, problems: [] }
  } catch (error) {
    const found = esbuildProblem(error, file)
    return { code: failing(found), problems: [found] }
  }
}

function failing(problem: Problem): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`
  return `throw new SyntaxError(${JSON.stringify(`${problem.message} (${place})`)})`
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
