import type {
  AfterSaleEvent,
  AfterSaleKind,
  AfterSaleReason,
  AfterSaleState,
} from '../../shared/domain/after-sale'
import type { MessageTexts } from '../../shared/messages/messages'

type Texts = MessageTexts['afterSale']

export const caseStateWord = (state: AfterSaleState, t: Texts): string =>
  ({
    requested: t.stateRequested,
    returning: t.stateReturning,
    returnSent: t.stateReturnSent,
    refunding: t.stateRefunding,
    exchanging: t.stateExchanging,
    refused: t.stateRefused,
    arbitration: t.stateArbitration,
    refunded: t.stateRefunded,
    exchanged: t.stateExchanged,
    withdrawn: t.stateWithdrawn,
    closed: t.stateClosed,
  })[state]

export const caseKindWord = (kind: AfterSaleKind, t: Texts): string =>
  ({
    refundOnly: t.kindRefundOnly,
    returnRefund: t.kindReturnRefund,
    exchange: t.kindExchange,
  })[kind]

export const caseReasonWord = (reason: AfterSaleReason, t: Texts): string =>
  ({
    damaged: t.reasonDamaged,
    wrongItem: t.reasonWrongItem,
    missing: t.reasonMissing,
    quality: t.reasonQuality,
    notAsDescribed: t.reasonNotAsDescribed,
    late: t.reasonLate,
    changedMind: t.reasonChangedMind,
    other: t.reasonOther,
  })[reason]

export const caseEventWord = (event: AfterSaleEvent, t: Texts): string =>
  ({
    request: t.eventRequest,
    approve: t.eventApprove,
    approveReturn: t.eventApproveReturn,
    refuse: t.eventRefuse,
    sendBack: t.eventSendBack,
    acceptReturn: t.eventAcceptReturn,
    sendExchange: t.eventSendExchange,
    refund: t.eventRefund,
    receiveExchange: t.eventReceiveExchange,
    appeal: t.eventAppeal,
    close: t.eventClose,
    withdraw: t.eventWithdraw,
  })[event]
