/** What people do from page to page on the built mini-program, with the real server, and what it costs the phone. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cast, type CastMember } from '../../cloudfunctions/database/seed/people'
import { seededAt } from '../cluster'
import { freshDatabase, type TestDatabase } from '../databases'
import { ensureBuilt } from './built'
import { boot, until, type CloudCall, type Options, type Page, type Phone } from './harness'
import { startServer, type Server } from './server'

let root: string
let database: TestDatabase
let server: Server
let phones: Phone[] = []

beforeAll(async () => {
  root = ensureBuilt('weapp')
  database = await freshDatabase()
  server = await startServer(database, seededAt)
})
afterEach(() => {
  for (const phone of phones) {
    expect(phone.complaints()).toEqual([])
    expect(Math.max(0, ...phone.sent.map(({ bytes }) => bytes)), 'largest setData').toBeLessThanOrEqual(48 * 1024)
    phone.end()
  }
  phones = []
  expect(server.faults).toEqual([])
})
afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

function phoneOf(person: CastMember, options: Partial<Options> = {}): Phone {
  const phone = boot(root, { server: server.as(person), at: seededAt, ...options })
  phones.push(phone)
  return phone
}

const box = '发生了什么？想怎么解决？'
const filed = async (words: string) => (await server.read(cast.zhouLan, ['demand', 'listMine'], {})).items.filter(({ title }) => words.startsWith(title))

/** Files it from home, and comes to the receipt. */
async function file(phone: Phone, words: string): Promise<Page> {
  await phone.open('pages/home').tap('说件事')
  const form = await phone.on('resident/file-demand')
  await form.type(box, words)
  await form.tap('交给王芳')
  return phone.on('resident/demand-sent')
}

/** 王芳 opens it from her inbox and answers. */
async function answer(title: string, words: string): Promise<Phone> {
  const wang = phoneOf(cast.wangFang)
  await wang.open('leader/inbox').tap(title)
  const demand = await wang.on('leader/demand')
  await demand.type('写给居民', words)
  await demand.tap('答复并请确认')
  await demand.sees('等居民确认')
  await demand.sees(words)
  return wang
}

describe('the first seconds', () => {
  test('home stands after one request, few drawings and few questions to the phone', async () => {
    const phone = phoneOf(cast.zhouLan)
    const home = phone.open('pages/home')
    await home.sees('居住证签注')
    expect(phone.sent.length).toBeLessThanOrEqual(3)
    expect(phone.requests.map(({ path }) => path)).toEqual(['account/home'])
    expect(phone.requests[0]!.bytes).toBeLessThanOrEqual(20 * 1024)
    expect(phone.syncBeforePicture().length, phone.syncBeforePicture().join()).toBeLessThanOrEqual(3)
    expect(phone.syncBeforePicture()).not.toContain('getSystemInfoSync')
  })

  test('the next start paints what was there without asking anybody', async () => {
    const before = phoneOf(cast.zhouLan)
    await before.open('pages/home').sees('居住证签注')
    await wait(50)
    const phone = phoneOf(cast.zhouLan, { storage: before.storage, offline: true })
    const home = phone.open('pages/home')
    await home.sees('居住证签注')
    await home.sees('没有网络')
    expect(phone.requests).toEqual([])
    expect(phone.syncBeforePicture().length).toBeLessThanOrEqual(3)
  })

  test('an account that WeChat shows for the first time is greeted and can read', async () => {
    const phone = boot(root, { server: server.as('openid-of-nobody-yet'), at: seededAt })
    phones.push(phone)
    const home = phone.open('pages/home')
    await home.sees('中午好')
    phone.tab('services')
    await (await phone.on('pages/services')).sees('居住证签注')
  })
})

describe('a resident', () => {
  test('reads a service and asks about it', async () => {
    const phone = phoneOf(cast.zhouLan)
    await phone.open('pages/home').tap('居住证签注')
    const item = await phone.on('resident/service-item')
    await item.sees('怎么办')
    await item.tap('问一问')
    const form = await phone.on('resident/file-demand')
    await until(() => form.lines().includes('想问“居住证签注”：'), () => `the question, on: ${form.lines().join('|')}`)
    phone.back()
    await (await phone.on('resident/service-item')).sees('怎么办')
  })

  test.each([['an Android phone', false], ['an iPhone, whose promises answer late', true]])('files a demand from %s and gets a receipt with number, who and when', async (_, iphone) => {
    const words = `楼下的晾衣架歪了，刮风会掉${iphone ? '，今天又歪了一点' : ''}`
    const phone = phoneOf(cast.zhouLan, { iphone })
    const receipt = await file(phone, words)
    await receipt.sees('已收到')
    expect(receipt.text()).toMatch(/ZX-2026-\d{6}/)
    expect(receipt.text()).toMatch(/王芳先接着，预计 .*前答复您/)
    await receipt.tap('看看办到哪了')
    await (await phone.on('resident/demand')).sees(words)
  })

  test('is asked inside a tap whether WeChat may remind, and is not held up by it', async () => {
    const receipt = await file(phoneOf(cast.zhengTao), '楼下的公告栏玻璃裂了')
    await receipt.sees('要在微信里提醒您吗？')
    await receipt.sees('只在接手、答复、请您评价时各一次')
    const phone = phones.at(-1)!
    expect(phone.asked.filter(({ name }) => name === 'requestSubscribeMessage')).toEqual([])
    await receipt.tap('提醒我')
    await receipt.sees('有了进展在微信里告诉您')
    expect(phone.asked.filter(({ name }) => name === 'requestSubscribeMessage')).toEqual([{ name: 'requestSubscribeMessage', options: { tmplIds: ['template-taken', 'template-answered', 'template-rate'] } }])
    await until(() => phone.requests.some(({ path, ok }) => path === 'notice/grant' && ok))
    await receipt.tap('看看办到哪了')
    await (await phone.on('resident/demand')).sees('公告栏玻璃裂了')
  })

  const askedFor = (phone: Phone) => phone.asked.filter(({ name }) => name === 'requestSubscribeMessage').map(({ options }) => (options as { tmplIds: string[] }).tmplIds.map((id) => id.replace('template-', '')))

  test('is asked again in the tap that says it is not solved yet, but not for what was refused before', async () => {
    const phone = phoneOf(cast.zhouLan)
    await phone.open('pages/messages').settled()
    const [card] = (await server.read(cast.zhouLan, ['demand', 'listMine'], {})).items.filter(({ title }) => title.includes('信箱的门'))
    const demand = phone.open('resident/demand', { committeeId: card!.committeeId, demandId: card!.id })
    await until(() => phone.requests.some(({ path, ok }) => path === 'notice/asking' && ok))
    await demand.tap('还没解决')
    await demand.sees('还差什么')
    expect(askedFor(phone)).toEqual([['taken', 'answered', 'rate']])
    await until(() => phone.requests.some(({ path, ok }) => path === 'notice/grant' && ok))
    // Another day: it is asked anew what is still to be asked for.
    const later = phoneOf(cast.zhouLan)
    const again = later.open('resident/demand', { committeeId: card!.committeeId, demandId: card!.id })
    await again.sees('信箱的门')
    await until(() => later.requests.some(({ path, ok }) => path === 'notice/asking' && ok))
    await again.tap('还没解决')
    await again.sees('还差什么')
    expect(askedFor(later).flat()).not.toContain('answered')
  })

  test('one who serves is asked once with the tap that opens something, and as often as they wish on 我的', async () => {
    const phone = phoneOf(cast.wangFang)
    const inbox = phone.open('leader/inbox')
    await until(() => phone.requests.some(({ path, ok }) => path === 'notice/asking' && ok))
    await inbox.tap('车棚的卷帘门')
    await (await phone.on('leader/demand')).sees('车棚的卷帘门')
    expect(askedFor(phone)).toEqual([['work', 'due', 'today']])
    await until(() => phone.requests.some(({ path, ok }) => path === 'notice/grant' && ok))
    phone.back()
    await (await phone.on('leader/inbox')).tap('车棚的卷帘门')
    await (await phone.on('leader/demand')).sees('车棚的卷帘门')
    expect(askedFor(phone)).toHaveLength(1)
    const me = phone.open('pages/me')
    await me.sees('在微信里也叫我')
    await me.tap('在微信里也叫我')
    expect(askedFor(phone)).toEqual([['work', 'due', 'today'], ['work', 'due', 'today']])
  })

  test('two taps in one moment file it once', async () => {
    const words = '门禁卡刷不开二号门，已经两天了'
    const phone = phoneOf(cast.zhouLan)
    await phone.open('pages/home').tap('说件事')
    const form = await phone.on('resident/file-demand')
    await form.type(box, words)
    await form.tapTwice('交给王芳')
    const receipt = await phone.on('resident/demand-sent')
    await receipt.sees('已收到')
    // Time for a second one to arrive.
    await receipt.settled()
    expect(phone.requests.filter(({ path }) => path === 'demand/file')).toHaveLength(1)
    expect(await filed(words)).toHaveLength(1)
  })

  test('what is missing is said, and nothing is sent', async () => {
    const phone = phoneOf(cast.zhouLan)
    const form = phone.open('resident/file-demand')
    await form.tap('交给王芳')
    await form.sees('再多说一句')
    expect(phone.requests.map(({ path }) => path)).not.toContain('demand/file')
  })

  test('without a network the words wait on the phone, and go when it is back', async () => {
    const words = '雨水管断了一截，水浇在墙上'
    const phone = phoneOf(cast.zhouLan)
    await phone.open('pages/home').tap('说件事')
    const form = await phone.on('resident/file-demand')
    await form.sees('王芳')
    phone.network(false)
    await form.type(box, words)
    await form.tap('交给王芳')
    await form.sees('待上传')
    expect(form.text()).not.toContain('已收到')
    expect(await filed(words)).toEqual([])
    await form.tap('看我说的事')
    const mine = await phone.on('resident/my-demands')
    await mine.sees('待上传')
    await mine.sees(words)
    phone.network(true)
    await mine.seesNot('待上传')
    await mine.sees(words)
    const [demand] = await filed(words)
    await mine.sees(demand!.number)
    expect(await filed(words)).toHaveLength(1)
  })

  test('words written offline survive the end of the app and go at the next start, once', async () => {
    const words = '路灯一直闪，晚上晃眼睛'
    const first = phoneOf(cast.zhouLan)
    await first.open('pages/home').tap('说件事')
    const form = await first.on('resident/file-demand')
    await form.sees('王芳')
    first.network(false)
    await form.type(box, words)
    await form.tapTwice('交给王芳')
    await form.sees('待上传')
    const next = phoneOf(cast.zhouLan, { storage: first.storage })
    const mine = next.open('resident/my-demands')
    await until(async () => (await filed(words)).length > 0 || undefined)
    await mine.seesNot('待上传')
    await mine.sees(words)
    await mine.settled()
    expect(await filed(words)).toHaveLength(1)
  })
})

describe('a resident and the block leader', () => {
  test('it is answered, and the resident says it is solved', async () => {
    const words = '电梯里的灯暗了一半'
    await file(phoneOf(cast.zhouLan), words)
    await answer(words, '灯管换好了，您坐的时候看一眼。')
    const phone = phoneOf(cast.zhouLan)
    await phone.open('resident/my-demands').tap(words)
    const demand = await phone.on('resident/demand')
    await demand.sees('灯管换好了')
    await demand.tap('解决了')
    await demand.sees('您说解决了')
    expect((await filed(words))[0]).toMatchObject({ status: 'closed' })
    phone.back()
    await (await phone.on('resident/my-demands')).sees('您说解决了。有变化随时再说')
  })

  test('not solved goes back to her with what is still missing', async () => {
    const words = '楼道扶手松了，老人不敢扶'
    await file(phoneOf(cast.zhouLan), words)
    const wang = await answer(words, '螺丝拧紧了。')
    const phone = phoneOf(cast.zhouLan)
    await phone.open('resident/my-demands').tap(words)
    const demand = await phone.on('resident/demand')
    await demand.tap('还没解决')
    await demand.type('还差什么？', '三楼那一段还是松的')
    await demand.tap('交给王芳')
    await demand.sees('您说还没解决，王芳接着办')
    const again = wang.open('leader/inbox')
    await again.sees('居民说还没解决')
    await again.tap(words)
    await (await wang.on('leader/demand')).sees('三楼那一段还是松的')
  })

  test('what she wrote without a network waits, and is sent once', async () => {
    const words = '信报箱的锁被撬了'
    await file(phoneOf(cast.zhouLan), words)
    const wang = phoneOf(cast.wangFang)
    await wang.open('leader/inbox').tap(words)
    const demand = await wang.on('leader/demand')
    await demand.sees('答复并请确认')
    wang.network(false)
    await demand.type('写给居民', '明天请锁匠来换')
    await demand.tap('发送')
    await demand.sees('待上传')
    wang.network(true)
    await demand.seesNot('待上传')
    const [card] = await filed(words)
    const { thread } = await server.read(cast.zhouLan, ['demand', 'get'], { committeeId: card!.committeeId, demandId: card!.id })
    expect(thread.filter(({ text }) => text === '明天请锁匠来换')).toHaveLength(1)
  })
})

describe('what it costs', () => {
  const lists: [string, CastMember, string, string][] = [
    ['pages/services', cast.zhouLan, 'service/list', '居住证签注'],
    ['pages/messages', cast.wangFang, 'notice/list', '车棚'],
    ['resident/my-demands', cast.zhouLan, 'demand/listMine', '快递柜'],
    ['leader/inbox', cast.wangFang, 'demand/listInbox', '车棚'],
    ['leader/households', cast.wangFang, 'household/listOfBlock', '9号楼 101室'],
    ['staff/demands', cast.tangHui, 'demand/listCommittee', '看到 30 件'],
  ]
  test.each(lists)('the list of %s is drawn with at most 3.2 times its data', async (route, person, method, words) => {
    const phone = phoneOf(person)
    const page = phone.open(route)
    await page.sees(words)
    const data = phone.requests.find(({ path }) => path === method)!.bytes
    const drawn = Math.max(...phone.sent.map(({ bytes }) => bytes))
    expect(drawn / data).toBeLessThanOrEqual(3.2)
  })

  test('a page that is not on screen is not drawn', async () => {
    const words = '垃圾房的门锁不上'
    await file(phoneOf(cast.zhouLan), words)
    const wang = phoneOf(cast.wangFang)
    const inbox = wang.open('leader/inbox')
    await inbox.tap(words)
    const demand = await wang.on('leader/demand')
    await demand.settled()
    const before = wang.sent.length
    await demand.type('写给居民', '看到了，下午去修')
    await demand.tap('发送')
    await demand.sees('看到了，下午去修')
    await demand.settled()
    wang.network(false)
    wang.network(true)
    await demand.settled()
    expect(wang.sent.slice(before).filter(({ route }) => route === inbox.route)).toEqual([])
    wang.back()
    await (await wang.on('leader/inbox')).sees('办理中')
    await until(() => wang.sent.slice(before).some(({ route }) => route === inbox.route))
  })

  test('reading the same again draws nothing', async () => {
    const phone = phoneOf(cast.zhouLan)
    const home = phone.open('pages/home')
    await home.sees('居住证签注')
    await home.settled()
    const [drawn, asked] = [phone.sent.length, phone.requests.length]
    phone.background()
    phone.later(60_000)
    phone.foreground()
    await until(() => phone.requests.length > asked)
    await home.settled()
    expect(phone.sent.slice(drawn)).toEqual([])
  })

  /** The inbox answered from memory: a list of any length without a server that must hold it. */
  async function inboxOf(count: number) {
    const asked = server.as(cast.wangFang)
    const me = await asked({ path: 'account/me', input: {} })
    const real = await server.read(cast.wangFang, ['demand', 'listInbox'], { filter: 'mine' })
    const pattern = { ...real.items.at(-1)!, unread: 1 }
    const items = Array.from({ length: count }, (_, index) => ({ ...pattern, id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`, title: `第 ${index} 件` }))
    const cloud = async ({ path }: CloudCall) => (path === 'account/me' ? me : { ok: true, output: { ...real, items, next: null } })
    return { items, cloud }
  }

  test.each([20, 1000])('one changed among %i costs one small drawing', async (count) => {
    const { items, cloud } = await inboxOf(count)
    const phone = boot(root, { server: cloud, at: seededAt })
    phone.open('leader/inbox')
    await until(() => phone.sent.at(-1)?.data.includes(`第 ${count - 1} 件`), () => 'the list', 30_000)
    for (const change of [{ title: '改过的一件事' }, { unread: 2 }]) {
      await wait(500)
      const [drawn, asked] = [phone.sent.length, phone.requests.length]
      items[7] = { ...items[7]!, ...change }
      phone.background()
      phone.later(60_000)
      phone.foreground()
      await until(() => phone.requests.length > asked && phone.sent.length > drawn, () => 'the changed one', 30_000)
      await wait(500)
      const after = phone.sent.slice(drawn)
      expect(after.length, after.map(({ data }) => data).join('\n')).toBe(1)
      expect(after[0]!.bytes, after[0]!.data).toBeLessThanOrEqual(200)
    }
    phone.end()
  })
})
