import { cloud } from '@tarojs/taro'
import type { Answer } from '../../contract/refusal'
import { FaultError, OfflineError } from './outcome'
import { patience, type Send } from './wire'

let opened = false

function open() {
  if (opened) return
  opened = true
  const env = process.env.TARO_APP_CLOUD_ENV
  cloud.init(env ? { env } : {})
}

export const send: Send = (data) => {
  open()
  return new Promise((resolve, reject) => {
    // callFunction cannot be called off; a late answer finds nobody waiting, and the same key makes asking again safe.
    const timer = setTimeout(() => reject(new OfflineError(true)), patience)
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      finish()
    }
    Promise.resolve(cloud.callFunction({ name: 'api', data })).then(
      ({ result }) => settle(() => (isAnswer(result) ? resolve(result) : reject(new FaultError('cloud-empty')))),
      (error: unknown) => settle(() => reject(noAnswer(error))),
    )
  })
}

function isAnswer(result: unknown): result is Answer {
  return typeof result === 'object' && result !== null && typeof (result as Partial<Answer>).ok === 'boolean'
}

/** WeChat numbers what its cloud says about a function (-501…, -504…, -404…); a lost network comes as `request:fail` with other numbers or none. */
function noAnswer(error: unknown): Error {
  const { errCode, errMsg = '' } = (error ?? {}) as { errCode?: number; errMsg?: string }
  const ofCloud = typeof errCode === 'number' && /^-(40[0-9]|50[0-9])/.test(String(errCode))
  return ofCloud && !/request:fail|timeout|network/i.test(errMsg) ? new FaultError(`cloud${errCode}`) : new OfflineError()
}
