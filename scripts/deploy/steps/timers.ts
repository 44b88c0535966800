import type { Change, Step } from '../change'
import { forEachOf } from '../change'
import type { Cloud } from '../cloud'
import { listFunctions, namespaceOf, readFunction } from '../functions'
import type { OnlineFunction } from '../functions'
import type { Timer, WantedFunction } from '../project'

/** Our functions are woken by their declared timer and by no other. */
export const timersStep = (cloud: Cloud, wanted: readonly WantedFunction[]): Step => ({
  title: 'timers',
  async changes() {
    const names = await listFunctions(cloud)
    const changes = await forEachOf(wanted, async ({ name, timers }) => {
      const online = names.has(name) ? onlineTimers(await readFunction(cloud, name)) : []
      const isWanted = (one: Timer) =>
        timers.some((timer) => timer.name === one.name && timer.cron === one.cron)
      const isOnline = (one: Timer) =>
        online.some((timer) => timer.name === one.name && timer.cron === one.cron)
      return [
        ...online.filter((timer) => !isWanted(timer)).map((timer) => removal(cloud, name, timer)),
        ...timers.filter((timer) => !isOnline(timer)).map((timer) => addition(cloud, name, timer)),
      ]
    })
    return changes.flat()
  },
})

/** The timers of a function; their times come bare or wrapped in `{"cron":…}`. */
const onlineTimers = ({ Triggers }: OnlineFunction): Timer[] =>
  (Triggers ?? [])
    .filter(({ Type }) => Type === 'timer')
    .map(({ TriggerName, TriggerDesc, Enable }) => ({
      name: TriggerName,
      cron:
        Enable === 0
          ? 'switched off'
          : (/"cron"\s*:\s*"([^"]*)"/.exec(TriggerDesc)?.[1] ?? TriggerDesc),
    }))

const removal = (cloud: Cloud, name: string, timer: Timer): Change => ({
  says: `remove timer ${timer.name} (${timer.cron}) of ${name}`,
  apply: async () => {
    await cloud.call('scf', 'DeleteTrigger', {
      FunctionName: name,
      Namespace: namespaceOf(cloud),
      TriggerName: timer.name,
      Type: 'timer',
    })
  },
})

const addition = (cloud: Cloud, name: string, timer: Timer): Change => ({
  says: `add timer ${timer.name} (${timer.cron}) to ${name}`,
  apply: async () => {
    await cloud.call('scf', 'BatchCreateTrigger', {
      FunctionName: name,
      Namespace: namespaceOf(cloud),
      Triggers: JSON.stringify([
        { TriggerName: timer.name, Type: 'timer', TriggerDesc: timer.cron },
      ]),
      Count: 1,
    })
  },
})
