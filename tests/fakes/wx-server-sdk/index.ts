import sdk from '../../../node_modules/wx-server-sdk'

/**
 * `wx-server-sdk` for unit tests: WeChat's own package, with `@cloudbase/node-sdk` below it
 * replaced by `node-sdk.ts`, so that nothing leaves the process. Its arguments, results and errors
 * are therefore WeChat's.
 */
export default sdk

export { fakeCloud } from './fake-cloud'
