import path from 'node:path'

/** Where things are in this repository. */
export const projectRoot = path.resolve(__dirname, '..')
const inProject = (...parts: string[]) => path.join(projectRoot, ...parts)

export const pagesSource = inProject('miniprogram')
export const functionsSource = inProject('cloudfunctions')
export const sharedSource = inProject('shared')
export const pagesOutput = inProject('dist', 'miniprogram')
export const functionsOutput = inProject('dist', 'cloudfunctions')
/** What `npm start` remembers of its builds. */
export const buildRecords = inProject('.cache', 'build')
export const tdesignSource = inProject('node_modules', 'tdesign-miniprogram', 'miniprogram_dist')
