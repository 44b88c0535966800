/**
 * What the compiler hands to the phone. Both sides read this file: it holds no code of either.
 */

/** Something the developer must see. Lines and columns count from 1. */
export interface Problem {
  severity: 'error' | 'warning'
  file: string
  line: number
  column: number
  message: string
  /** The one page that it keeps from being shown; without it, every page that uses the file. */
  page?: string
}

/** A tag name as it is written in a template, with the place of its first use. */
export interface TagUse {
  tag: string
  line: number
  column: number
}

export interface CompiledTemplate {
  /** An expression that gives the template's generator; free names are `G R D X Y Z P Q`. */
  code: string
  /** Templates that this one includes or imports, as ids. */
  templates: string[]
  /** WXS files that this one uses, as ids. */
  scripts: string[]
  tags: TagUse[]
  /** Components named in `generic:x="name"` attributes. */
  generics: string[]
}

export interface CompiledComponent {
  /** The path without its extension, e.g. `pages/home/index`. */
  id: string
  /** Its `.json` file as it is written. */
  config: Record<string, unknown>
  /** Tag name to component id, as this component may use them. */
  using: Record<string, string>
  /** Generic name to the id of its default, or null without one. */
  generics: Record<string, string | null>
  /** WXSS files in the order in which they apply. */
  styles: string[]
}

export interface CompiledPackage {
  /** Changes whenever anything in the package does. */
  version: string
  app: Record<string, unknown>
  /** The file that `themeLocation` names: `light` and `dark` variables. */
  theme: Record<'light' | 'dark', Record<string, string>>
  pages: string[]
  components: Record<string, CompiledComponent>
  templates: Record<string, CompiledTemplate>
  /** WXS sources by id, ready to run as function bodies. */
  wxs: Record<string, string>
  /** JavaScript sources by file name, ready to run as function bodies. */
  scripts: Record<string, string>
  /** For each of them, the file that each `require` in it means. */
  requires: Record<string, Record<string, string>>
  /** Style sheets by file name, with marks for what only the phone knows; see `style-marks.ts`. */
  styles: Record<string, string>
  appStyles: string[]
  problems: Problem[]
}
