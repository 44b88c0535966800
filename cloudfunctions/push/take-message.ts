import { takeVerdict } from '../_kit/outbox/check-content'
import type { PlatformHandler } from '../_kit/platform'

/**
 * A message WeChat pushes; WeChat's console maps each type and event to this function. A verdict
 * proves itself: its trace is a number that WeChat has told to our functions only, and a verdict
 * about another number changes nothing.
 */
export const takeMessage: PlatformHandler<'success'> = async (event, { now }) => {
  const { MsgType, Event, trace_id: traceId, result } = event
  if (MsgType === 'event' && Event === 'wxa_media_check' && typeof traceId === 'string')
    await takeVerdict(traceId, result, now)
  return 'success'
}
