import { createClock } from './clock'
import type { DataDirectory } from './data-directory'
import type { DatabaseService } from './database/database-service'
import { createEventHub } from './events'
import { createFunctions } from './functions/functions'
import { createInvocationLogs } from './functions/invocation-log'
import { createPrewarm } from './functions/prewarm'
import { createGateway } from './gateway/gateway'
import { invokeAction } from './gateway/invoke-action'
import type { LocalCloudOptions } from './local-cloud-options'
import { createMediaChecks, msgSecCheck } from './messages/content-check'
import { createCustomerService } from './messages/customer-service'
import { createInbox } from './messages/inbox'
import { createMessagePusher } from './messages/message-push'
import { createSubscribeCredits } from './messages/subscribe-credits'
import { subscribeMessageSend } from './messages/subscribe-message'
import { createUpdatableMessages } from './messages/updatable-message'
import { getUnlimitedCode } from './openapi/mini-program-code'
import { openApiAction } from './openapi/openapi'
import type { OpenApi } from './openapi/openapi'
import { createPhoneNumbers } from './openapi/phone-numbers'
import { createCashier } from './pay/cashier'
import { orderApis } from './pay/cloud-pay/orders'
import { payAction } from './pay/cloud-pay/pay-action'
import { refundApis } from './pay/cloud-pay/refunds'
import { paymentFunction } from './pay/integration-center/payment-function'
import { v3Apis } from './pay/integration-center/v3-apis'
import { createOrderBook } from './pay/order-book'
import { createPayCallbacks } from './pay/pay-callbacks'
import { createPayFaults } from './pay/pay-faults'
import { createPayLedger } from './pay/pay-ledger'
import { createPayNotifications } from './pay/pay-notifications'
import { createRefundBook } from './pay/refund-book'
import { uploadShippingInfo } from './pay/shipping'
import { createStorageAccess } from './storage/storage-access'
import { storageActions } from './storage/storage-actions'
import { createStorage } from './storage/storage'
import { createUploadTickets } from './storage/upload-tickets'
import { createTimers } from './timers/timers'
import { createUsers } from './users'

export type Services = ReturnType<typeof createServices>

export interface Surroundings {
  readonly data: DataDirectory
  readonly openDatabase: (now: () => number) => DatabaseService
  /** `http://127.0.0.1:PORT`, once the server listens. */
  readonly url: () => string
  readonly log: (line: string) => void
  readonly onFailure: (error: unknown) => void
}

/** Every service of one local cloud, put together; nothing is started here. */
export function createServices(
  options: LocalCloudOptions,
  { data, openDatabase, url, log, onFailure }: Surroundings,
) {
  const { appId, envId } = options
  const { state } = data
  const merchant = { appId, envId, subMchId: options.merchant.subMchId }
  const templates = options.subscribeTemplates

  const events = createEventHub()
  const clock = createClock(state, events, onFailure)
  const users = createUsers(state, clock)
  const database = openDatabase(clock.now)
  const logs = createInvocationLogs((entry) => events.emit('log', { entry }))
  const functions = createFunctions({
    directory: options.functionsDirectory,
    codeCacheDirectory: data.codeCacheDirectory,
    settings: options.functionSettings ?? {},
    workersPerFunction: options.workersPerFunction ?? 8,
    clock,
    logs,
    onWire: (body, contentType) => gateway.answer(body, contentType),
    platform: () => ({ appId, envId, url: url() }),
    onEnded: ({ id }) => void database.abortAllOf(id),
    log,
  })
  const prewarm = createPrewarm(state, events, functions)
  const timers = createTimers(state, clock, functions, log)

  const storageAccess = createStorageAccess(options.storageRule, clock)
  const storage = createStorage(data.filesDirectory, envId, state, clock, storageAccess)
  const uploads = createUploadTickets(storage)

  const { pages } = options
  const inbox = createInbox(state, clock, events)
  const credits = createSubscribeCredits(state)
  const pusher = createMessagePusher(options.messagePush ?? [], functions)
  const mediaChecks = createMediaChecks(state, clock, users, pusher)
  const customerService = createCustomerService(state, clock, users, inbox, pusher)
  const updatableMessages = createUpdatableMessages(state, clock)
  const phoneNumbers = createPhoneNumbers(state, clock, users, appId)

  const ledger = createPayLedger(state)
  const callbacks = createPayCallbacks(state, clock, functions, log)
  const notifications = createPayNotifications(merchant, clock, callbacks)
  const orders = createOrderBook(ledger, clock)
  const refunds = createRefundBook(ledger, clock, notifications)
  const cashier = createCashier(ledger, clock, users, events, notifications)
  const payFaults = createPayFaults()
  const payApis = {
    ...orderApis(ledger, orders, merchant, clock, functions),
    ...refundApis(ledger, refunds, merchant, functions),
  }
  const integration = options.paymentFunction
  const payByFunction =
    integration &&
    paymentFunction(
      integration,
      v3Apis({ ledger, orders, refunds }, merchant, integration.notify, clock, users),
      payFaults,
    )

  const openApis: Record<string, OpenApi> = {
    'subscribeMessage.send': subscribeMessageSend({ templates, credits, inbox, users, pages }),
    'security.msgSecCheck': msgSecCheck(users, clock),
    'security.mediaCheckAsync': mediaChecks.api,
    'wxacode.getUnlimited': getUnlimitedCode(pages),
    'phonenumber.getPhoneNumber': phoneNumbers.api,
    'wxa.sec.order.uploadShippingInfo': uploadShippingInfo(state, ledger, clock),
    'updatableMessage.createActivityId': updatableMessages.create,
    'updatableMessage.setUpdatableMsg': updatableMessages.set,
    'customerServiceMessage.send': customerService.send,
    'customerServiceMessage.setTyping': customerService.setTyping,
  }

  const gateway = createGateway({
    envId,
    onFailure,
    actions: {
      database: async (request) => ({ json: await database.handle(request.action, request) }),
      'functions.invokeFunction': invokeAction(functions),
      'wx.openApi': openApiAction({ functions, apis: openApis, openData: phoneNumbers.openData }),
      'wx.wxPayApi': payAction(payApis, merchant, functions, payFaults),
      ...storageActions(storage, uploads, url),
    },
  })

  for (const { work } of [timers, callbacks, refunds, mediaChecks]) clock.schedule(work)

  return {
    events,
    clock,
    users,
    database,
    logs,
    functions,
    prewarm,
    timers,
    storage,
    uploads,
    inbox,
    credits,
    customerService,
    phoneNumbers,
    ledger,
    refunds,
    cashier,
    payFaults,
    payByFunction,
    gateway,
  }
}
