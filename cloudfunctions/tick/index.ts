import { migrate } from '../_kit/migrations/migrate-task'
import { migrations } from '../_kit/migrations/migrations'
import { servePlatform } from '../_kit/platform'
import { everyMinute } from './every-minute'

/** The timer's work; and migrations, when the operator's script asks for them. */
export const main = servePlatform<object>('tick', (event, invocation) =>
  event['task'] === 'migrate'
    ? migrate(event, invocation.now, migrations)
    : everyMinute(event, invocation),
)
