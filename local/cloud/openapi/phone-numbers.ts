import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import { readJsonObject, sendJson } from '../http/call'
import type { Handler } from '../http/call'
import { requireMethod, userOf } from '../routes/local-route'
import type { StateFile } from '../state/state-file'
import type { Users } from '../users'
import { WeChatError } from './openapi'
import type { OpenApi } from './openapi'

interface PhoneGrant {
  readonly openid: string
  readonly phoneNumber: string
  readonly issuedAt: number
}

export interface PhoneNumbers {
  /** `openapi.phonenumber.getPhoneNumber`: each code works once, within five minutes. */
  readonly api: OpenApi
  /** `POST /local/phone-number {user}`: what the phone hands to a page after the customer agreed. */
  readonly route: Handler
  /** The data behind a cloud ID, or WeChat's error for one that is not this user's. */
  openData(cloudId: string, openid: string): object
}

const CODE_LIFE_MS = 5 * 60_000

/** Eleven digits that are always the same for the same name, in a range that no operator gives out. */
function phoneNumberOf(name: string): string {
  const digits = createHash('sha256').update(`phone ${name}`).digest().readUInt32BE(0) % 100_000_000
  return `110${String(digits).padStart(8, '0')}`
}

export function createPhoneNumbers(
  state: StateFile,
  clock: Clock,
  users: Users,
  appId: string,
): PhoneNumbers {
  const codes = state.table<PhoneGrant>('phone-codes')
  const cloudIds = state.table<PhoneGrant>('phone-cloud-ids')
  const infoOf = ({ phoneNumber }: PhoneGrant) => ({
    phoneNumber,
    purePhoneNumber: phoneNumber,
    countryCode: '86',
    watermark: { timestamp: Math.floor(clock.now() / 1000), appid: appId },
  })
  const isFresh = ({ issuedAt }: PhoneGrant) => clock.now() - issuedAt <= CODE_LIFE_MS

  return {
    api(args) {
      const code = String(args['code'] ?? '')
      const grant = codes.get(code)
      if (!grant || !isFresh(grant)) throw new WeChatError(40029, 'code is invalid')
      codes.delete(code)
      const { phoneNumber, purePhoneNumber, countryCode, watermark } = infoOf(grant)
      return {
        phone_info: {
          phone_number: phoneNumber,
          pure_phone_number: purePhoneNumber,
          country_code: countryCode,
          watermark,
        },
      }
    },
    async route(call) {
      requireMethod(call, 'POST')
      const user = users.visit(userOf((await readJsonObject(call.request))['user']))
      const phoneNumber = phoneNumberOf(user.name)
      const grant = { openid: user.openid, phoneNumber, issuedAt: clock.now() }
      const code = randomUUID().replaceAll('-', '')
      const cloudID = `${appId}_${randomUUID().replaceAll('-', '')}`
      state.atomically(() => {
        codes.set(code, grant)
        cloudIds.set(cloudID, grant)
      })
      sendJson(call.response, { code, cloudID, phoneNumber })
    },
    openData(cloudID, openid) {
      const grant = cloudIds.get(cloudID)
      if (!grant) return { cloudID, errCode: -601005, errMsg: 'invalid cloudID' }
      if (grant.openid !== openid) {
        return { cloudID, errCode: -601007, errMsg: 'cloudID and calling user does not match' }
      }
      if (!isFresh(grant)) return { cloudID, errCode: -601006, errMsg: 'cloudID expired' }
      return { cloudID, data: infoOf(grant) }
    },
  }
}
