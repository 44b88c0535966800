import type { HealthDocument, MigrationDocument, TimerDocument } from '../documents/health'
import type { OnceDocument, OutboxDocument } from '../documents/outbox'
import { collection, none } from './define'

export const operationCollections = {
  outbox: collection<OutboxDocument>()('outbox', {
    stateDue: [
      ['state', 1],
      ['dueAt', 1],
      ['_id', 1],
    ],
    memberState: [
      ['memberId', 1],
      ['state', 1],
      ['dueAt', 1],
    ],
    memberNewest: [
      ['memberId', 1],
      ['effect.kind', 1],
      ['createdAt', -1],
      ['_id', -1],
    ],
  }),
  once: collection<OnceDocument>()('once', {
    created: [
      ['createdAt', 1],
      ['_id', 1],
    ],
  }),
  health: collection<HealthDocument>()('health', {
    hour: [
      ['hourAt', 1],
      ['_id', 1],
    ],
  }),
  timers: collection<TimerDocument>()('timers', none),
  migrations: collection<MigrationDocument>()('migrations', none),
}
