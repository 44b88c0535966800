/** Carriers by WeChat's own delivery ids, as the shipping upload wants them. */
export const carriers = ['SF', 'ZTO', 'YTO', 'YD', 'STO', 'JTSD', 'EMS', 'JD'] as const
export type Carrier = (typeof carriers)[number]
