import { PhoneDate } from './phone-clock'

/** What WeChat puts into the scope of every file of a mini program. */
export type PageGlobals = Record<
  'wx' | 'App' | 'Page' | 'Component' | 'Behavior' | 'getApp' | 'getCurrentPages',
  unknown
>

/** Names of the browser that do not exist in a mini program. */
const ABSENT = (
  'window document self parent top frames frameElement opener location history navigator screen ' +
  'localStorage sessionStorage indexedDB caches cookieStore fetch XMLHttpRequest WebSocket ' +
  'EventSource Worker SharedWorker Image Audio Option FormData Blob File FileReader Headers ' +
  'Request Response alert confirm prompt open close print postMessage addEventListener ' +
  'removeEventListener dispatchEvent requestAnimationFrame cancelAnimationFrame ' +
  'requestIdleCallback getComputedStyle matchMedia customElements Element HTMLElement Node ' +
  'Event CustomEvent MutationObserver IntersectionObserver ResizeObserver DOMParser crypto ' +
  'structuredClone queueMicrotask atob btoa URL URLSearchParams TextEncoder TextDecoder ' +
  'AbortController BroadcastChannel MessageChannel Notification define process Buffer'
).split(' ')

/** Standard objects that `global` carries besides WeChat's own. */
const STANDARD = (
  'Object Function Array Number Boolean String Symbol Math JSON RegExp Error EvalError RangeError ' +
  'ReferenceError SyntaxError TypeError URIError Map Set WeakMap WeakSet WeakRef Promise Proxy ' +
  'Reflect ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array ' +
  'Int32Array Uint32Array Float32Array Float64Array BigInt Intl parseInt parseFloat isNaN isFinite ' +
  'encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape NaN Infinity ' +
  'setTimeout clearTimeout setInterval clearInterval console'
).split(' ')

/** The scope of the package's files: WeChat's globals, and the browser's own names hidden. */
export function pageGlobals(globals: PageGlobals): Record<string, unknown> {
  const browser = globalThis as unknown as Record<string, unknown>
  const global: Record<string, unknown> = { ...globals, Date: PhoneDate }
  for (const name of STANDARD) global[name] = browser[name]
  global.global = global
  const absent = Object.fromEntries(ABSENT.map((name) => [name, undefined]))
  return { ...absent, ...globals, Date: PhoneDate, global, globalThis: global }
}
