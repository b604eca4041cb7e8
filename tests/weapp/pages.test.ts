/** Every built page, drawn by WeChat's own compiler and framework with the demonstration data on the real server. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../cloudfunctions/database/seed/people'
import { privacyText } from '../../src/features/account/privacyText'
import { pages, tabs } from '../../src/pageList'
import { seededAt } from '../cluster'
import { freshDatabase, type TestDatabase } from '../databases'
import { ensureBuilt } from './built'
import { boot, until, type Phone } from './harness'
import { startServer, type Server } from './server'
import { all } from './tree'
import { visits, type Visit, type Visits } from './visits'

const source = path.resolve(import.meta.dirname, '../../src')
const names = [...tabs.map(({ name }) => `pages/${name}`), ...Object.entries(pages).flatMap(([root, own]) => own.map((name) => `${root}/${name}`))] as (keyof Visits)[]

let root: string
let database: TestDatabase
let server: Server
let table: Visits
let phone: Phone | undefined

beforeAll(async () => {
  root = ensureBuilt('weapp')
  database = await freshDatabase()
  server = await startServer(database, seededAt)
  table = await visits(server)
})
afterEach(() => {
  phone?.end()
  phone = undefined
})
afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

async function visit(name: string, { who, with: query, sees }: Visit, storage?: Map<string, string>) {
  phone = boot(root, { server: server.as(who), at: seededAt, storage })
  const page = phone.open(name, query)
  for (const words of sees) await page.sees(words)
  return { page, phone }
}

describe.each(names)('%s', (name) => {
  test('shows what it is for, whole, small enough, in plain Chinese', async () => {
    const { page, phone: used } = await visit(name, table[name])
    expect(used.complaints()).toEqual([])
    expect(server.faults).toEqual([])
    const { nodes, depth, children } = page.extent()
    expect({ nodes: nodes <= 700, depth: depth <= 20, children: children <= 40 }, `${nodes} nodes, ${depth} deep, ${children} children`).toEqual({ nodes: true, depth: true, children: true })
    // Names of codes, of JavaScript's nothing, of templates: none of it is Chinese.
    const foreign = page.lines().filter((line) => /[A-Za-z]{2,}|[{}<>]|\$/.test(line.replaceAll(/ZX-\d{4}-\d{6}|K7MP 3XQA/g, '')))
    expect(foreign).toEqual([])
    const nameless = all(page.seen()).filter((one) => one.role === 'button' && !(one.label || one.words).trim())
    expect(nameless).toEqual([])
  })

  test('in 长辈版 too', async () => {
    const { who, with: query } = table[name]
    phone = boot(root, { server: server.as(who), at: seededAt, storage: new Map([['zx.textScale', JSON.stringify({ elder: true, scale: 0 })]]) })
    const page = phone.open(name, query)
    // However slow the machine: more than its title.
    await until(() => page.lines().length > 3, () => `the page to stand, which says: ${page.text()}`)
    const face = all(page.seen()).find(({ classes }) => classes.includes('zx'))
    expect(face?.classes).toContain('zx--elder')
    expect(String(face?.attributes['style'])).toContain('--fs-scale: 1.375')
    expect(phone.complaints()).toEqual([])
    expect(page.extent().nodes).toBeLessThanOrEqual(700)
  })

  test('without a network and with nothing kept it says so', async () => {
    phone = boot(root, { server: server.as(table[name].who), at: seededAt, offline: true })
    const page = phone.open(name, table[name].with)
    await page.settled()
    expect(page.lines().join('').length).toBeGreaterThan(8)
    expect(phone.complaints()).toEqual([])
    expect(phone.requests).toEqual([])
  })
})

test('长辈版 is one tap away, on at once and still on after the next start', async () => {
  const first = await visit('pages/home', table['pages/home'])
  await first.page.tap('换成长辈版，字更大')
  const elder = () => all(phone!.page().seen()).some(({ classes }) => classes.includes('zx--elder'))
  await expect.poll(elder).toBe(true)
  // The tab bar of WeChat cannot grow: ours stands in its place.
  await expect.poll(() => first.phone.asked.map((one) => one.name)).toContain('hideTabBar')
  phone!.end()
  phone = boot(root, { server: server.as(cast.zhouLan), at: seededAt, storage: first.phone.storage })
  await phone.open('pages/home').sees('周女士')
  // Not small letters first.
  expect(phone.sent[0]!.data).toContain('zx--elder')
})

test('the letters chosen in WeChat are followed, asked for after the first picture', async () => {
  phone = boot(root, { server: server.as(cast.zhouLan), at: seededAt, fontScale: 1.25 })
  const page = phone.open('pages/home')
  await page.sees('周女士')
  await expect.poll(() => String(all(page.seen()).find(({ classes }) => classes.includes('zx'))?.attributes['style'])).toContain('--fs-scale: 1.25')
  expect(phone.syncBeforePicture()).not.toContain('getAppBaseInfo')
})

test('the package holds the pages of the list, each with its four files, and no other', () => {
  const app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8')) as { pages: string[]; subPackages: { root: string; pages: string[] }[] }
  const listed = [...app.pages, ...app.subPackages.flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`))]
  expect(listed.toSorted()).toEqual(names.map((name) => `${name}/index`).toSorted())
  expect(app.pages[0]).toBe('pages/home/index')
  const drawn = filesOf(root, '.wxml').filter((file) => file.endsWith('/index.wxml')).map((file) => file.replace(/\.wxml$/, ''))
  expect(drawn.toSorted()).toEqual(listed.toSorted())
  for (const page of listed) expect(['js', 'json', 'wxml'].filter((kind) => !fs.existsSync(path.join(root, `${page}.${kind}`)))).toEqual([])
})

test('every page is reached from another', () => {
  const text = sources().filter(([file]) => !/(pageList|routes)\.ts$/.test(file)).map(([, words]) => words).join('\n')
  const unused = names.filter((name) => (name.startsWith('pages/') ? false : !text.includes(`'${name}'`)))
  expect(unused).toEqual([])
})

test('WeChat’s new template compiler finds nothing in any template', () => {
  const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler') as { TmplGroup: new () => { addTmpl(name: string, text: string): { level: string; message: string; path: string }[]; addScript(name: string, text: string): void } }
  const group = new TmplGroup()
  for (const file of filesOf(root, '.wxs')) group.addScript(file.replace(/\.wxs$/, ''), fs.readFileSync(path.join(root, file), 'utf8'))
  const templates = filesOf(root, '.wxml')
  expect(templates.length).toBeGreaterThan(names.length)
  expect(templates.flatMap((file) => group.addTmpl(file.replace(/\.wxml$/, ''), fs.readFileSync(path.join(root, file), 'utf8')))).toEqual([])
})

/** What WeChat lets an app use only when its privacy text says so (小程序用户隐私保护指引内容介绍), and the word for it in ours. */
const privateCalls: Record<string, string> = {
  setClipboardData: '剪贴板', getClipboardData: '剪贴板', chooseMedia: '相册', chooseImage: '相册', chooseVideo: '相册', saveImageToPhotosAlbum: '相册', chooseMessageFile: '文件',
  getLocation: '位置', getFuzzyLocation: '位置', chooseLocation: '位置', startLocationUpdate: '位置', choosePoi: '位置', getRecorderManager: '麦克风', startRecord: '麦克风', createCameraContext: '摄像头',
  scanCode: '摄像头', chooseAddress: '地址', addPhoneContact: '通讯录', chooseContact: '通讯录', addPhoneCalendar: '日历', getWeRunData: '步数', getUserProfile: '头像',
}
const privateButtons: Record<string, string> = { getPhoneNumber: '手机号', getRealtimePhoneNumber: '手机号', chooseAvatar: '头像', getUserInfo: '头像' }

test('what touches private things on the phone is declared in the privacy page', () => {
  const words = privacyText.filter(({ title }) => title !== '不做什么').flatMap(({ items }) => items).join('\n')
  const used = sources().flatMap(([, text]) => [
    ...[...text.matchAll(/import \{([^}]*)\} from '@tarojs\/taro'/g)].flatMap(([, list]) => list!.split(',').map((name) => privateCalls[name.trim().split(' ')[0]!])),
    ...[...text.matchAll(/openType=['"{]+(\w+)/g)].map(([, kind]) => privateButtons[kind!]),
  ]).filter((word) => word !== undefined)
  expect([...new Set(used)].filter((word) => !words.includes(word))).toEqual([])
  expect(JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8'))).toMatchObject({ __usePrivacyCheck__: true })
})

function filesOf(folder: string, ending: string): string[] {
  return (fs.readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith(ending))
}

function sources(): [string, string][] {
  return [...filesOf(source, '.ts'), ...filesOf(source, '.tsx')].filter((file) => !/\.test\.|\.testing\./.test(file)).map((file) => [file, fs.readFileSync(path.join(source, file), 'utf8')])
}
