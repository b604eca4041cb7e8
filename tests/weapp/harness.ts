/**
 * The built mini-program without WeChat: its scripts run in a context that holds only what WeChat gives, its pages are drawn by WeChat's own
 * compiler and framework, taps move from page to page, and cloud calls go where the test says.
 */
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import vm from 'node:vm'
import { attach, dispatch, drawPage, makeBehavior, registerComponent, registerPage, registerRoute, rootOf, tapping, templateComplaints, type Instance } from './kernel'
import { all, extent, lines, nameOf, see, type Extent, type Seen } from './tree'
import { failure, makeWx, type Asked } from './wechat'

export interface CloudCall {
  path: string
  input: unknown
  key?: string
}

export interface Options {
  /** Answers `callFunction({ name: 'api', data })`. */
  server: (call: CloudCall) => Promise<unknown>
  /** What the clock of the phone says at the start. */
  at: Date
  /** The storage of an earlier run. */
  storage?: Map<string, string>
  /** The letters chosen in WeChat. */
  fontScale?: number
  /** On an iPhone a promise's answer comes by a timer, later than in the standard (WeChat, JavaScript 支持情况). */
  iphone?: boolean
  offline?: boolean
}

export interface Sent {
  route: string
  bytes: number
  data: string
}

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string }[] }
}

/** Waits for what is to be seen; drawing takes a few turns of the event loop. */
export async function until<T>(found: () => T | undefined | null | false, what: () => string = () => 'it', ms = 8000): Promise<T> {
  for (const start = Date.now(); ;) {
    const value = found()
    if (value) return value
    if (Date.now() - start > ms) throw new Error(`waited ${ms} ms for ${what()}`)
    await wait(5)
  }
}

const acts = new Set(['button', 'link', 'tab', 'radio', 'checkbox', 'switch', 'option', 'menuitem'])

/** An open page. */
export class Page {
  constructor(readonly route: string, readonly instance: Instance, private readonly rendered: ReturnType<typeof drawPage>) {}

  seen(): Seen {
    return see(rootOf(this.rendered))
  }

  text(): string {
    return this.seen().words
  }

  lines(): string[] {
    return lines(rootOf(this.rendered))
  }

  extent(): Extent {
    return extent(this.seen())
  }

  /** What plays a part, by its part and how it is called. */
  find(role: string, name?: string): Seen | undefined {
    return all(this.seen()).find((one) => one.role === role && (name === undefined || nameOf(one) === name))
  }

  async sees(words: string): Promise<void> {
    await until(() => this.text().includes(words), () => `“${words}” on ${this.route}, which says: ${this.text()}`)
  }

  /** Until nothing has been drawn for a while. */
  async settled(): Promise<void> {
    for (let last = '', calm = 0; calm < 8; await wait(20)) {
      const now = this.text()
      calm = now === last ? calm + 1 : 0
      last = now
    }
  }

  async seesNot(words: string): Promise<void> {
    await until(() => !this.text().includes(words), () => `“${words}” to leave ${this.route}`)
  }

  /** Waits for one thing of that name and taps it as a finger does. When no name is that whole, the beginning will do, or else a part. */
  async tap(name: string): Promise<void> {
    dispatch((await until(() => this.target(name), () => `“${name}” on ${this.route}, where one can tap: ${this.targets().map(nameOf).join(' | ')}`)).node, 'tap', { x: 1, y: 1 })
  }

  /** Two taps before anything could be drawn anew. */
  async tapTwice(name: string): Promise<void> {
    const { node } = await until(() => this.target(name), () => `“${name}” on ${this.route}`)
    dispatch(node, 'tap', { x: 1, y: 1 })
    dispatch(node, 'tap', { x: 1, y: 1 })
  }

  async type(label: string, text: string): Promise<void> {
    const { node } = await until(() => all(this.seen()).find((one) => /^(input|textarea)$/.test(one.tag) && one.label === label), () => `a box called “${label}” on ${this.route}`)
    dispatch(node, 'focus', { value: '', height: 0 })
    dispatch(node, 'input', { value: text, cursor: text.length, keyCode: 0 })
    dispatch(node, 'blur', { value: text, cursor: text.length })
    await wait(10)
  }

  /** Chooses the nth of a picker. */
  async choose(label: string, index: number): Promise<void> {
    const { node } = await until(() => all(this.seen()).find((one) => one.tag === 'picker' && one.label.includes(label)), () => `a picker called “${label}” on ${this.route}`)
    dispatch(node, 'change', { value: index })
  }

  private targets(): Seen[] {
    return all(this.seen()).filter((one) => acts.has(one.role))
  }

  private target(name: string): Seen | undefined {
    const targets = this.targets()
    const ways = [(one: Seen) => nameOf(one) === name, (one: Seen) => nameOf(one).startsWith(name), (one: Seen) => nameOf(one).includes(name) || one.words.includes(name)]
    const fits = ways.map((way) => targets.filter(way)).find((some) => some.length > 0) ?? []
    if (fits.length > 1) throw new Error(`${fits.length} things on ${this.route} are called “${name}”: ${fits.map(nameOf).join(' | ')}`)
    return fits[0]
  }

  leave(): void {
    this.instance.onUnload?.()
    this.rendered.detach()
  }
}

/** One phone with the mini-program just started. */
export function boot(root: string, options: Options) {
  const config = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8')) as AppConfig
  const routes = [...config.pages, ...config.subPackages.flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`))]
  const tabs = config.tabBar.list.map(({ pagePath }) => pagePath)
  const storage = options.storage ?? new Map<string, string>()
  const sent: Sent[] = []
  const requests: { path: string; bytes: number; ok: boolean }[] = []
  const asked: Asked[] = []
  const files = new Map<string, Buffer>()
  const camera: Buffer[] = []
  const denied = new Set<string>()
  const sync: string[] = []
  const thrown: string[] = []
  const complaintsBefore = templateComplaints.length
  let connected = !options.offline
  let firstPicture = { sync: 0, seen: false }

  const stack: Page[] = []
  const kept = new Map<string, Page>()
  const ids = new Map<string, string>()

  const { wx, emit } = makeWx({
    storage, files, camera, denied, asked, sync,
    fontScale: options.fontScale ?? 1,
    connected: () => connected,
    tapping,
    async callFunction(name, data) {
      if (!connected) throw failure('cloud.callFunction', 'Error: request:fail 似乎已断开与互联网的连接。', -1)
      if (name !== 'api') throw failure('cloud.callFunction', `no function ${name}`, -501000)
      const request = JSON.parse(JSON.stringify(data)) as CloudCall
      const answer = JSON.stringify(await options.server(request))
      if (!connected) throw failure('cloud.callFunction', 'Error: request:fail 网络连接已中断。', -1)
      requests.push({ path: request.path, bytes: Buffer.byteLength(answer), ok: (JSON.parse(answer) as { ok: boolean }).ok })
      return JSON.parse(answer) as unknown
    },
    navigate: {
      navigateTo: ({ url }) => {
        const { route, query } = address('navigateTo', url)
        if (tabs.includes(route)) throw failure('navigateTo', 'can not navigateTo a tabbar page')
        if (stack.length >= 10) throw failure('navigateTo', 'webview count limit exceed')
        top()?.instance.onHide?.()
        enter(route, query)
      },
      redirectTo: ({ url }) => {
        const { route, query } = address('redirectTo', url)
        if (tabs.includes(route)) throw failure('redirectTo', 'can not redirectTo a tabbar page')
        close(stack.pop())
        enter(route, query)
      },
      reLaunch: ({ url }) => {
        const { route, query } = address('reLaunch', url)
        empty()
        enter(route, query)
      },
      switchTab: ({ url }) => {
        const { route } = address('switchTab', url)
        if (!tabs.includes(route)) throw failure('switchTab', 'can not switch to no-tabBar page')
        while (stack.length > 0 && !tabs.includes(top()!.route)) close(stack.pop())
        if (top()?.route === route) return
        stack.pop()?.instance.onHide?.()
        const again = kept.get(route)
        if (!again) return enter(route, {})
        stack.push(again)
        again.instance.onShow?.()
      },
      navigateBack: ({ delta = 1 }) => {
        if (stack.length < 2) throw failure('navigateBack', 'cannot navigate back at first page.')
        for (let left = Math.min(Number(delta), stack.length - 1); left > 0; left -= 1) close(stack.pop())
        top()?.instance.onShow?.()
      },
    },
  })

  function address(name: string, url: unknown) {
    const [place = '', search = ''] = String(url).split('?')
    const route = place.startsWith('/') ? place.slice(1) : path.posix.join(path.posix.dirname(top()?.route ?? ''), place)
    if (!routes.includes(route)) throw failure(name, `page "${route}" is not found`)
    // WeChat hands the values over as they stand in the address.
    const query = Object.fromEntries(search.split('&').filter(Boolean).map((pair) => [pair.split('=')[0]!, pair.slice(pair.indexOf('=') + 1)]))
    return { route, query }
  }
  function top(): Page | undefined {
    return stack.at(-1)
  }
  function close(page: Page | undefined) {
    if (!page) return
    kept.delete(page.route)
    page.leave()
  }
  function empty() {
    for (const page of [...new Set([...stack, ...kept.values()])].reverse()) close(page)
    stack.length = 0
  }
  function enter(route: string, query: Record<string, string>) {
    if (!ids.has(route)) ids.set(route, registerRoute(root, route, (file) => { evaluate(file) }))
    const rendered = drawPage(ids.get(route)!)
    const { instance } = rendered
    const setData = instance.setData
    instance.setData = function counted(data, done) {
      if (!firstPicture.seen) firstPicture = { sync: sync.length, seen: true }
      for (const [place, value] of Object.entries(data)) if (value === undefined) thrown.push(`setData ${place} to undefined on ${route}`)
      const text = JSON.stringify(data)
      sent.push({ route, bytes: Buffer.byteLength(text), data: text })
      setData.call(this, JSON.parse(text) as Record<string, unknown>, done)
    }
    const page = new Page(route, instance, rendered)
    stack.push(page)
    if (tabs.includes(route)) kept.set(route, page)
    attach(rendered, route)
    instance.onLoad?.(query)
    instance.onShow?.()
    instance.onReady?.()
  }

  let app: { onLaunch?(o: object): void; onShow?(o: object): void; onHide?(): void } = {}
  const complain = (...words: unknown[]) => { thrown.push(words.map((one) => (one instanceof Error || (one as Error | null)?.stack ? (one as Error).stack : String(one))).join(' ')) }
  const quiet = () => undefined
  const context = vm.createContext({
    wx, setTimeout, clearTimeout, setInterval, clearInterval,
    console: { log: quiet, info: quiet, debug: quiet, warn: complain, error: complain },
    App: (given: typeof app) => { app = given }, getApp: () => app, getCurrentPages: () => stack.map(({ instance }) => instance),
    Page: registerPage, Component: registerComponent, Behavior: makeBehavior,
  }, { codeGeneration: { strings: false, wasm: false } })
  // WeChat's Function makes nothing, and says nothing.
  vm.runInContext('{ const F = Function, G = this; Function = function (...a) { return a[a.length - 1] === "return this" ? () => G : {} }; Function.prototype = F.prototype }', context)
  const clock = vm.runInContext('{ const D = Date, clock = { past: 0 }; Date = class extends D { constructor(...a) { if (a.length) super(...a); else super(D.now() - clock.past) } static now() { return D.now() - clock.past } }; clock }', context) as { past: number }
  clock.past = Date.now() - options.at.getTime()
  if (options.iphone) vm.runInContext('{ const then = Promise.prototype.then; const late = (f) => (typeof f === "function" ? (v) => new Promise((r, j) => setTimeout(() => { try { r(f(v)) } catch (e) { j(e) } }, 0)) : f); Promise.prototype.then = function (a, b) { return then.call(this, late(a), late(b)) } }', context)

  const modules = new Map<string, { exports: unknown }>()
  function evaluate(name: string): unknown {
    const file = name.endsWith('.js') ? name : `${name}.js`
    const done = modules.get(file)
    if (done) return done.exports
    const module = { exports: {} as unknown }
    modules.set(file, module)
    const run = vm.runInContext(`(function (require, module, exports) {${fs.readFileSync(file, 'utf8')}\n})`, context, { filename: file }) as (require: (name: string) => unknown, module: object, exports: unknown) => void
    run((other) => evaluate(path.resolve(path.dirname(file), other)), module, module.exports)
    return module.exports
  }

  evaluate(path.join(root, 'app.js'))
  const entry = { path: 'pages/home/index', query: {}, scene: 1001 }
  app.onLaunch?.(entry)
  app.onShow?.(entry)

  return {
    routes, tabs, sent, requests, asked, storage, files,
    /** What the person takes or picks next. */
    camera,
    /** What they say no to when WeChat asks. */
    denied,
    /** Opens a page as a card in a chat does: nothing behind it. */
    open(route: string, query: Record<string, string> = {}): Page {
      empty()
      enter(`${route}/index`, Object.fromEntries(Object.entries(query).map(([key, value]) => [key, encodeURIComponent(value)])))
      return top()!
    },
    page(): Page {
      return top()!
    },
    /** The page that a tap leads to. */
    async on(route: string): Promise<Page> {
      return until(() => top()?.route === `${route}/index` && top(), () => `the page ${route}; ${top()?.route} is open and says: ${top()?.text()}`)
    },
    back(): void {
      (wx.navigateBack as (o: object) => void)({})
    },
    tab(name: string): void {
      (wx.switchTab as (o: object) => void)({ url: `/pages/${name}/index` })
    },
    network(on: boolean): void {
      connected = on
      emit('NetworkStatusChange', { isConnected: on, networkType: on ? 'wifi' : 'none' })
    },
    /** Time goes by for the phone. */
    later(ms: number): void {
      clock.past -= ms
    },
    background(): void {
      top()?.instance.onHide?.()
      app.onHide?.()
      emit('AppHide')
    },
    foreground(): void {
      app.onShow?.(entry)
      emit('AppShow', entry)
      top()?.instance.onShow?.()
    },
    /** Synchronous calls made before anything was drawn. */
    syncBeforePicture: () => (firstPicture.seen ? sync.slice(0, firstPicture.sync) : sync),
    complaints: () => [...thrown, ...templateComplaints.slice(complaintsBefore)],
    end: empty,
  }
}

export type Phone = ReturnType<typeof boot>
