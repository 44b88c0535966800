import type { StateFile } from '../state/state-file'
import type { SubscribeTemplate } from './subscribe-template'

/** What a customer allows for one template. */
interface SubscribeCredit {
  readonly openid: string
  readonly templateId: string
  /** How many one-time messages may still be sent. */
  readonly credits: number
  /** True while a long-term template is accepted. */
  readonly allowed: boolean
}

export interface SubscribeCredits {
  accept(openid: string, template: SubscribeTemplate): void
  reject(openid: string, template: SubscribeTemplate): void
  /** Takes one credit; false, and nothing taken, when there is none. */
  spend(openid: string, template: SubscribeTemplate): boolean
  of(openid: string): SubscribeCredit[]
}

/** One accept of a one-time template is one message, without expiry; each send takes one. */
export function createSubscribeCredits(state: StateFile): SubscribeCredits {
  const table = state.table<SubscribeCredit>('subscribe-credits')
  const keyOf = (openid: string, { id }: SubscribeTemplate) => `${openid} ${id}`
  const read = (openid: string, template: SubscribeTemplate): SubscribeCredit =>
    table.get(keyOf(openid, template)) ?? {
      openid,
      templateId: template.id,
      credits: 0,
      allowed: false,
    }
  const change = (openid: string, template: SubscribeTemplate, to: Partial<SubscribeCredit>) =>
    table.set(keyOf(openid, template), { ...read(openid, template), ...to })

  return {
    accept(openid, template) {
      if (template.kind === 'long-term') change(openid, template, { allowed: true })
      else change(openid, template, { credits: read(openid, template).credits + 1 })
    },
    reject(openid, template) {
      if (template.kind === 'long-term') change(openid, template, { allowed: false })
    },
    spend(openid, template) {
      const { credits, allowed } = read(openid, template)
      if (template.kind === 'long-term') return allowed
      if (credits === 0) return false
      change(openid, template, { credits: credits - 1 })
      return true
    },
    of: (openid) => table.values().filter((credit) => credit.openid === openid),
  }
}
