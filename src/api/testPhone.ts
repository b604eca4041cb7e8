/** For the tests of this folder: a phone (storage, network, WeChat's events) and the server at the other end of the wire. */
import { useEffect } from 'react'
import { vi } from 'vitest'
import type { Answer } from '../../contract/refusal'

export const zhou = '01990000-0000-7000-8000-000000000001'
export const lin = '01990000-0000-7000-8000-000000000002'

interface Sent {
  path: string
  input: { demandId?: string; text?: string }
  key?: string
}

export interface Phone {
  storage: Map<string, string>
  /** Bytes; what does not fit is refused as WeChat does. */
  room: number
  syncReads: number
  /** How the next requests fare, in order; then all arrive. */
  fate: ('lostRequest' | 'lostAnswer' | 'arrives' | Answer)[]
  network: boolean
  /** ms an answer of this method is on its way. */
  late: Record<string, number>
  /** All that reached the server. */
  reached: Sent[]
  /** What the server did: once a key. */
  done: Sent[]
  holder: string | null
  answer: (request: Sent) => unknown
  /** WeChat's events of the one open page. */
  page: { show: () => void; hide: () => void }
}

export function newPhone(): Phone {
  const phone: Phone = {
    storage: new Map(), room: 1_000_000, syncReads: 0, fate: [], network: true, late: {}, reached: [], done: [], holder: zhou,
    answer: () => ({ unread: 0 }), page: { show: () => {}, hide: () => {} },
  }
  const receipts = new Map<string, unknown>()

  function serve(request: Sent): Answer {
    phone.reached.push(request)
    const planned = phone.fate[0]
    if (typeof planned === 'object') {
      phone.fate.shift()
      return planned
    }
    if (request.path === 'account/me') {
      return phone.holder ? { ok: true, output: { accountId: phone.holder } } : { ok: false, refusal: 'NotSignedIn', data: {} }
    }
    if (request.path === 'account/home') return { ok: true, output: { me: phone.holder && { accountId: phone.holder }, unread: 2 } }
    if (!request.key) return { ok: true, output: phone.answer(request) }
    if (!receipts.has(request.key)) {
      phone.done.push(request)
      receipts.set(request.key, phone.answer(request))
    }
    return { ok: true, output: receipts.get(request.key) }
  }

  vi.stubGlobal('fetch', async (address: string, init: { body: string; headers: Record<string, string> }) => {
    if (init.headers['x-zxh'] !== '1') throw new Error('the server would take this for another site')
    const fate = phone.fate[0]
    if (fate === 'lostRequest') phone.fate.shift()
    if (!phone.network || fate === 'lostRequest') throw new TypeError('Failed to fetch')
    if (fate === 'lostAnswer' || fate === 'arrives') phone.fate.shift()
    const answer = serve({ path: address.replace('/rpc/', ''), ...(JSON.parse(init.body) as Omit<Sent, 'path'>) })
    const late = phone.late[address.replace('/rpc/', '')]
    if (late) await new Promise((arrived) => setTimeout(arrived, late))
    if (fate === 'lostAnswer') throw new TypeError('network error')
    return new Response(JSON.stringify(answer), { status: 200, headers: { 'content-type': 'application/json' } })
  })

  const read = (key: string): unknown => (phone.storage.has(key) ? JSON.parse(phone.storage.get(key)!) : '')
  const write = (key: string, data: unknown) => {
    const text = JSON.stringify(data)
    const others = [...phone.storage].reduce((sum, [name, value]) => sum + (name === key ? 0 : value.length), 0)
    if (others + text.length > phone.room) throw new Error('setStorageSync:fail exceed limit')
    phone.storage.set(key, text)
  }
  vi.doMock('@tarojs/taro', () => ({
    getStorageSync: (key: string) => {
      phone.syncReads += 1
      return read(key)
    },
    setStorageSync: write,
    getStorage: async ({ key }: { key: string }) => ({ data: read(key) }),
    setStorage: async ({ key, data }: { key: string; data: unknown }) => write(key, data),
    onAppHide: () => {},
    onAppShow: () => {},
    useDidShow: (shown: () => void) => useEffect(() => void (phone.page.show = shown)),
    useDidHide: (hidden: () => void) => useEffect(() => void (phone.page.hide = hidden)),
  }))
  return phone
}

/** Starts the app as WeChat does after it was closed: nothing in memory, storage as it was. */
export async function openApp() {
  vi.resetModules()
  const { onlineManager } = await import('@tanstack/react-query')
  const queue = await import('./queue')
  await queue.startQueue()
  await settle()
  return {
    ...queue,
    call: (await import('./client')).call,
    drafts: await import('./drafts'),
    remember: await import('./remember'),
    setOnline: async (online: boolean) => {
      onlineManager.setOnline(online)
      await settle()
    },
  }
}

/** Lets everything that needs no time come to rest. */
export async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
}
