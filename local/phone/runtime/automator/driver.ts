import type { Phone } from '../phone'
import type { DriverRequest } from '../phone-link'

export interface Driver {
  answer(request: DriverRequest): Promise<object>
}

/** Answers the requests of WeChat's automator for one phone. */
export function createDriver(phone: Phone, send: (event: object) => void): Driver {
  void phone
  void send
  return {
    answer: ({ client, id, method }) =>
      Promise.resolve({ type: 'reply', client, id, error: { message: `${method} unimplemented` } }),
  }
}
