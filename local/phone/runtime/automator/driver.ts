import type { Phone } from '../phone'
import type { DriverRequest } from '../phone-link'
import { stopSliding } from '../slide'
import { appMethods } from './app-methods'
import { elementMethods } from './element-methods'
import { createElementNames } from './element-names'
import type { Method } from './methods'
import { pageMethods } from './page-methods'

/** Answers the requests of WeChat's automator for one phone. */
export interface Driver {
  answer(request: DriverRequest): Promise<object>
}

/** `send` passes events on to all drivers of the phone. */
export function createDriver(phone: Phone, send: (event: object) => void): Driver {
  const names = createElementNames()
  const methods: Record<string, Method> = {
    ...appMethods(phone, send),
    ...pageMethods(phone, names),
    ...elementMethods(phone, names),
  }
  phone.host.on('appError', (value) => {
    send({ method: 'App.exceptionThrown', params: { exception: value } })
  })
  return {
    async answer({ client, id, method, params }) {
      stopSliding()
      const reply = { type: 'reply', client, id }
      try {
        const answer = methods[method]
        if (!answer) throw new Error(`${method} is not supported by the local phone`)
        return { ...reply, result: (await answer(params)) ?? {} }
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        return { ...reply, error: { message } }
      }
    },
  }
}
