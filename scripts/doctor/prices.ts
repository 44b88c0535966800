/** A price in yuan and where it is from; one that nobody has confirmed says so in the report. */
interface Price {
  yuan: number
  /** For so many of what is counted. */
  per: number
  source: string
}

/** What the estimate counts with; looked up in November 2026. Change it here when WeChat changes it. */
export const prices = {
  asOf: '2026-11',
  /** The smallest package of Cloud Development, a month, and what it brings. */
  base: {
    yuan: 19.9,
    calls: 200_000,
    storageGB: 5,
    trafficGB: 5,
    source:
      'remembered from the price page of 2025, not confirmed; its quotas are from developers.weixin.qq.com',
  },
  /** Runs of functions, database operations and storage operations all count as calls. */
  calls: {
    yuan: 400,
    per: 10_000_000,
    source: 'package of calls, developers.weixin.qq.com, June 2026; bought beforehand for a month',
  } satisfies Price,
  callsByUse: {
    yuan: 0.5,
    per: 10_000,
    source: 'remembered from the price page of 2025, not confirmed',
  } satisfies Price,
  storageGB: {
    yuan: 69,
    per: 100,
    source: 'package of storage, developers.weixin.qq.com, June 2026; a month',
  } satisfies Price,
  trafficGB: {
    yuan: 0.21,
    per: 1,
    source: 'usual for a CDN in China, not confirmed',
  } satisfies Price,
  /** Of what customers pay; a merchant's own contract may say another rate. */
  payment: { share: 0.006, source: 'WeChat Pay for most trades' },
}
