// exparser's own names begin with underscores.
// oxlint-disable no-underscore-dangle
/** WeChat's own template compiler (wcc) and component framework (exparser), as miniprogram-simulate ships them, each page and component registered once. */
import { createRequire } from 'node:module'
import path from 'node:path'

const load = createRequire(import.meta.url)

/** A node of exparser's tree, as far as it is looked at. */
export interface ExNode {
  __virtual?: boolean
  __wxSlotChildren?: ExNode[]
  _vt?: { tagName: string; attrs: { name: string; value: unknown }[]; event: Record<string, { handler: string }> }
  class?: string
  id?: string
  textContent?: string
}

export interface Instance {
  route: string
  __route__: string
  data: unknown
  setData(data: Record<string, unknown>, done?: () => void): void
  onLoad?(query: Record<string, string>): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onPullDownRefresh?(): void
  onReachBottom?(): void
}

export interface Rendered {
  _exparserNode: ExNode
  instance: Instance
  attach(parent: unknown): void
  detach(): void
}

interface Simulate {
  load(path: string, tag: string, options: { rootPath: string; compiler: 'official' }): string
  render(id: string): Rendered
}

interface Exparser {
  TextNode: new () => ExNode
  Event: { create(name: string, detail: unknown, options: object): unknown; dispatchEvent(node: ExNode, event: unknown): void }
}

type Register = (definition: object) => void

const globals = globalThis as unknown as { wx?: unknown; window?: unknown; document?: { body: unknown }; Component: Register; Behavior: (definition: object) => unknown }

function start() {
  // exparser draws into a document; there is none in Node. Only what it needs is put beside Node's own.
  const { JSDOM } = load('jsdom') as { JSDOM: new (html: string) => { window: Record<string, unknown> } }
  const { window } = new JSDOM('<!doctype html><body></body>')
  for (const name of ['window', 'document', 'Element', 'HTMLElement', 'Node', 'TouchEvent']) {
    Object.defineProperty(globalThis, name, { value: name === 'window' ? window : window[name], configurable: true, writable: true })
  }
  const simulate = load('miniprogram-simulate') as Simulate
  const ofSimulate = createRequire(load.resolve('miniprogram-simulate'))
  const utils = ofSimulate('./src/utils') as { runJs(file: string): void }
  const exparser = createRequire(ofSimulate.resolve('j-component'))('miniprogram-exparser') as Exparser
  delete globals.wx
  watchConsole()
  return { simulate, utils, exparser }
}

let started: ReturnType<typeof start> | undefined
const kernel = () => (started ??= start())

/** What the templates complained of since the process began. */
export const templateComplaints: string[] = []

function watchConsole() {
  for (const name of ['log', 'warn', 'error'] as const) {
    const say = console[name].bind(console)
    console[name] = (...words: unknown[]) => {
      if (/WXMLRT_|Template .* not found/.test(String(words[0]))) templateComplaints.push(words.join(' '))
      else say(...words)
    }
  }
}

export const registerComponent: Register = (definition) => globals.Component(definition)
export const makeBehavior = (definition: object) => globals.Behavior(definition)

/** WeChat has pages; the component framework here has not. */
export function registerPage({ data, behaviors, ...rest }: { data?: unknown; behaviors?: unknown } & Record<string, unknown>): void {
  const methods = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'function'))
  registerComponent({ data: JSON.parse(JSON.stringify(data ?? {})), behaviors, methods })
}

/** @param evaluate runs a script of the package, named without its ending */
export function registerRoute(root: string, route: string, evaluate: (file: string) => void): string {
  const { simulate, utils } = kernel()
  utils.runJs = evaluate
  return simulate.load(path.join(root, route), 'page', { rootPath: root, compiler: 'official' })
}

export function drawPage(id: string): Rendered {
  return kernel().simulate.render(id)
}

export function attach(rendered: Rendered, route: string): void {
  rendered.instance.route = rendered.instance.__route__ = route
  rendered.attach(globals.document!.body)
}

export const rootOf = (rendered: Rendered) => rendered._exparserNode
export const tagOf = (node: ExNode) => (node._vt?.tagName ?? '').replace(/^wx-/, '')
export const attributesOf = (node: ExNode): Record<string, unknown> => Object.fromEntries((node._vt?.attrs ?? []).map(({ name, value }) => [name, value]))
export const eventsOf = (node: ExNode) => Object.keys(node._vt?.event ?? {})
/** What is drawn inside, in order; what only holds others together is left out. */
export const childrenOf = (node: ExNode): ExNode[] => (node.__wxSlotChildren ?? []).flatMap((child) => (child.__virtual && !isText(child) ? childrenOf(child) : [child]))

export function isText(node: ExNode): boolean {
  return node instanceof kernel().exparser.TextNode
}

let onGlass = false
/** A finger is on the glass: what a tap set going runs. */
export const tapping = () => onGlass

export function dispatch(node: ExNode, name: string, detail: unknown): void {
  const { Event } = kernel().exparser
  onGlass = name === 'tap'
  Event.dispatchEvent(node, Event.create(name, detail, { bubbles: true, capturePhase: true, composed: true, extraFields: { touches: [], changedTouches: [] } }))
  onGlass = false
}
