import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const callFunction = vi.fn()
const init = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetModules()
  vi.doMock('@tarojs/taro', () => ({ cloud: { init, callFunction } }))
})

afterEach(() => {
  vi.useRealTimers()
  callFunction.mockReset()
  init.mockReset()
})

const request = { path: 'demand/file', input: { text: '灯不亮' }, key: 'k' }
const send = async () => (await import('./transport.weapp')).send(request)

test('in WeChat the cloud is opened once and the function api is called with the request as it is', async () => {
  callFunction.mockResolvedValue({ result: { ok: true, output: 1 } })
  await expect(send()).resolves.toEqual({ ok: true, output: 1 })
  await send()
  expect(init).toHaveBeenCalledTimes(1)
  expect(callFunction).toHaveBeenCalledWith({ name: 'api', data: request })
})

test.each([
  ['no network', { errCode: -1, errMsg: 'cloud.callFunction:fail request:fail' }, 'OfflineError'],
  ['no number', { errMsg: 'request:fail -2:net::ERR_FAILED' }, 'OfflineError'],
  ['the function broke', { errCode: -504002, errMsg: 'cloud.callFunction:fail functions execute fail' }, 'FaultError'],
  ['the function took too long', { errCode: -504003, errMsg: 'Invoking task timed out after 3 seconds' }, 'FaultError'],
])('%s', async (_, error, name) => {
  callFunction.mockRejectedValue(error)
  await expect(send()).rejects.toMatchObject({ name })
})

test('an empty answer is a fault, none within 15 seconds a lost one', async () => {
  callFunction.mockResolvedValueOnce({ result: undefined })
  await expect(send()).rejects.toMatchObject({ name: 'FaultError' })
  callFunction.mockReturnValueOnce(new Promise(() => {}))
  const late = expect(send()).rejects.toMatchObject({ name: 'OfflineError', slow: true })
  await vi.advanceTimersByTimeAsync(15_000)
  await late
})
