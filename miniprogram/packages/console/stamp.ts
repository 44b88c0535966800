import { shanghaiMinute } from '../../../shared/domain/shanghai-time'

/** `3-22 9:41`, in China. */
export function stamp(instant: number): string {
  const minute = shanghaiMinute(instant)
  const [month = 0, day = 0] = minute.slice(5, 10).split('-').map(Number)
  return `${month}-${day} ${minute.slice(11).replace(/^0/, '')}`
}
