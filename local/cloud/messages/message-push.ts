import type { Functions } from '../functions/functions'

/** A pair of message type and event that WeChat's console hands to a function. */
export interface MessagePush {
  readonly msgType: string
  readonly event?: string
  readonly functionName: string
}

interface PushedMessage {
  readonly MsgType: string
  readonly Event?: string
  /** The openid of whom it is about or from; the function gets it as its caller's. */
  readonly FromUserName: string
  readonly [field: string]: unknown
}

export interface MessagePusher {
  /** Hands a message to the function that is mapped to it; false when none is. */
  push(message: PushedMessage): Promise<boolean>
}

export function createMessagePusher(
  mapping: readonly MessagePush[],
  functions: Functions,
): MessagePusher {
  return {
    async push(message) {
      const target = mapping.find(
        ({ msgType, event }) => msgType === message.MsgType && event === message.Event,
      )
      if (!target) return false
      await functions.invoke(target.functionName, message, {
        kind: 'push',
        openid: message.FromUserName,
      })
      return true
    },
  }
}
