import { shanghaiMinute } from '../../../shared/domain/shanghai-time'
import type { AlertKind } from '../../../shared/contract/console-health'
import type { MessageFact } from '../../../shared/domain/message-kinds'

/** What is wrong, at most twenty characters, as WeChat's templates are Chinese. */
const problems: Readonly<Record<AlertKind, string>> = {
  dead: '有事情多次没做成',
  stuckRefunds: '有退款卡住了',
  money: '昨夜对账有差异',
  timerSilent: '定时任务停过，现在恢复了',
  errors: '小程序出错变多',
}
const hints: Readonly<Record<AlertKind, string>> = {
  dead: '打开「要看一眼」处理',
  stuckRefunds: '到商户平台查原因',
  money: '打开「要看一眼」核对',
  timerSilent: '数量是停了几分钟',
  errors: '打开看是哪一步出错',
}

/** What an alert says of a problem and how large it is. */
export const alertFacts = (
  problem: AlertKind,
  level: number,
  at: number,
): Partial<Record<MessageFact, string>> => ({
  problem: problems[problem],
  count: String(level),
  noticedAt: shanghaiMinute(at),
  hint: hints[problem],
})
