import type { ActionHealth, Health } from '../../../../shared/contract/console-health'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { stamp } from '../stamp'

type Texts = MessageTexts['health']

interface Wrong {
  id: string
  what: string
  /** What to do. */
  line: string
  /** Whether the page of troubles has more of it. */
  isTrouble: boolean
}

interface Row {
  id: string
  what: string
  line: string
}

export interface HealthView {
  headline: string
  isWell: boolean
  calls: string
  wrong: Wrong[]
  failing: Row[]
  slow: Row[]
  timer: string
  /** What waits or cannot be known, and nobody has to see to. */
  notes: string[]
  nights: { id: string; word: string; isWrong: boolean }[]
  alerts: { canAsk: boolean; line: string }
}

const minuteMs = 60_000
/** As long as the owner is not told either. */
const silentMs = 10 * minuteMs
/** The longest duration that is counted apart. */
const mostMs = 3_200
/** A silence that is over is told for a day. */
const dayMs = 86_400_000

/** How things are, in words, each with what to do about it. */
export function toHealthView(health: Health, t: Texts): HealthView {
  const wrong = [...timerWrongs(health, t), ...moneyWrongs(health, t), ...outboxWrongs(health, t)]
  const { calls, errors, failing, slow, timer, outbox, nights, alerts } = health
  const count = wrong.length + failing.length
  const lastRun = timer.lastRunAt === undefined ? '' : stamp(timer.lastRunAt)
  return {
    isWell: count === 0,
    headline: count === 0 ? t.allWell : fill(t.someWrong, { count }),
    calls: fill(t.calls, { calls: grouped(calls), errors: grouped(errors) }),
    wrong,
    failing: failing.map((one) => rowOf(one, fill(t.failingLine, wordsOf(one)))),
    slow: slow.map((one) =>
      rowOf(one, fill(one.p95Ms > mostMs ? t.slowMost : t.slowLine, wordsOf(one))),
    ),
    timer: isSilent(health) ? '' : fill(t.timerFine, { time: lastRun }),
    notes: [
      ...(outbox.waiting > 0 ? [fill(t.waiting, { count: grouped(outbox.waiting) })] : []),
      ...(outbox.unclear > 0 ? [fill(t.unclear, { count: grouped(outbox.unclear) })] : []),
    ],
    nights: nights.map(({ date, differences, isFinished }) => ({
      id: date,
      word: nightWord(differences, isFinished, t),
      isWrong: differences > 0,
    })),
    alerts: {
      canAsk: alerts.isOn,
      line: alerts.isOn ? fill(t.alertsMine, { count: alerts.mine }) : t.alertsOff,
    },
  }
}

const rowOf = ({ action }: ActionHealth, line: string): Row => ({ id: action, what: action, line })

const wordsOf = ({ calls, errors, p95Ms }: ActionHealth) => ({
  calls: grouped(calls),
  errors: grouped(errors),
  ms: p95Ms,
})

/** A number that is read at a glance, the same in both languages. */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

const isSilent = ({ now, timer: { lastRunAt } }: Health): boolean =>
  lastRunAt === undefined || now - lastRunAt > silentMs

function timerWrongs(health: Health, t: Texts): Wrong[] {
  const { lastRunAt, failed, silence } = health.timer
  if (lastRunAt === undefined) return [wrongOf('timer', t.wrongTimer, t.wrongTimerNever)]
  if (isSilent(health))
    return [wrongOf('timer', t.wrongTimer, fill(t.wrongTimerLine, { time: stamp(lastRunAt) }))]
  const chores = failed.join(', ')
  return [
    ...(failed.length > 0
      ? [wrongOf('chores', t.wrongChores, fill(t.wrongChoresLine, { chores }))]
      : []),
    ...(silence && health.now - silence.until < dayMs
      ? [
          wrongOf(
            'silence',
            fill(t.silence, { minutes: Math.round(silence.ms / minuteMs) }),
            fill(t.silenceLine, { time: stamp(silence.until) }),
          ),
        ]
      : []),
  ]
}

function moneyWrongs(health: Health, t: Texts): Wrong[] {
  const { stuckRefunds, paymentsToCheck } = health
  const { count, since } = paymentsToCheck
  return [
    ...(stuckRefunds > 0
      ? [troubleOf('stuck', fill(t.wrongStuck, { count: grouped(stuckRefunds) }), t.wrongStuckLine)]
      : []),
    ...nightsWrong(health, t),
    ...(since === undefined
      ? []
      : [
          wrongOf(
            'payments',
            fill(t.wrongPayments, { count: grouped(count) }),
            fill(t.wrongPaymentsLine, { time: stamp(since) }),
          ),
        ]),
  ]
}

/** One thing to see to, however many nights: which they are stands below. */
function nightsWrong({ nights }: Health, t: Texts): Wrong[] {
  const wrong = nights.filter(({ differences }) => differences > 0)
  const [first] = wrong
  if (!first) return []
  const count = grouped(wrong.reduce((sum, { differences }) => sum + differences, 0))
  const what =
    wrong.length === 1
      ? fill(t.wrongMoney, { date: first.date, count })
      : fill(t.wrongMoneyNights, { nights: wrong.length, count })
  return [troubleOf('money', what, t.wrongMoneyLine)]
}

function outboxWrongs({ outbox: { dead, overdue } }: Health, t: Texts): Wrong[] {
  return [
    ...(dead > 0
      ? [troubleOf('dead', fill(t.wrongDead, { count: grouped(dead) }), t.wrongDeadLine)]
      : []),
    ...(overdue.since === undefined
      ? []
      : [
          wrongOf(
            'overdue',
            fill(t.wrongOverdue, { count: grouped(overdue.count) }),
            fill(t.wrongOverdueLine, { time: stamp(overdue.since) }),
          ),
        ]),
  ]
}

const wrongOf = (id: string, what: string, line: string): Wrong => ({
  id,
  what,
  line,
  isTrouble: false,
})
const troubleOf = (id: string, what: string, line: string): Wrong => ({
  ...wrongOf(id, what, line),
  isTrouble: true,
})

const nightWord = (differences: number, isFinished: boolean, t: Texts): string => {
  if (differences > 0) return fill(t.nightWrong, { count: grouped(differences) })
  return isFinished ? t.nightFine : t.nightOpen
}
