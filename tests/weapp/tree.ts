/** The drawn page as a person meets it: words, roles, names. */
import { isText, type ExNode } from './kernel'

export interface Seen {
  tag: string
  role: string
  label: string
  /** All words inside, in order. */
  words: string
  attributes: Record<string, unknown>
  classes: string[]
  events: string[]
  children: Seen[]
  parent: Seen | null
  node: ExNode
}

export function see(node: ExNode, parent: Seen | null = null): Seen {
  const attributes = Object.fromEntries((node._vt?.attrs ?? []).map(({ name, value }) => [name, value]))
  const seen: Seen = {
    tag: (node._vt?.tagName ?? '').replace(/^wx-/, ''),
    role: word(attributes['ariaRole']),
    label: word(attributes['ariaLabel']),
    words: '',
    attributes,
    classes: word(attributes['class'] ?? node.class).split(/\s+/).filter(Boolean),
    events: Object.keys(node._vt?.event ?? {}),
    children: [],
    parent,
    node,
  }
  fill(node, seen)
  return seen
}

function fill(node: ExNode, into: Seen): void {
  for (const child of node.__wxSlotChildren ?? []) {
    if (isText(child)) into.words += child.textContent ?? ''
    else if (child.__virtual) fill(child, into)
    else {
      const seen = see(child, into)
      into.children.push(seen)
      into.words += seen.words
    }
  }
}

const word = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** The node and all within, in the order of the page. */
export function all(seen: Seen): Seen[] {
  return [seen, ...seen.children.flatMap(all)]
}

/** How a listener would hear it called. */
export function nameOf(seen: Seen): string {
  return (seen.label || seen.words).trim()
}

/** Every piece of words a person can read or hear, each apart. */
export function lines(node: ExNode): string[] {
  const own = (node._vt?.attrs ?? []).filter(({ name }) => name === 'ariaLabel' || name === 'placeholder' || name === 'value').map(({ value }) => word(value))
  return [...own, ...(node.__wxSlotChildren ?? []).flatMap((child) => (isText(child) ? [child.textContent ?? ''] : lines(child)))].filter((line) => line.trim() !== '')
}

export interface Extent {
  nodes: number
  depth: number
  /** Most children of one node. */
  children: number
}

export function extent(seen: Seen): Extent {
  const inner = seen.children.map(extent)
  return {
    nodes: 1 + inner.reduce((sum, { nodes }) => sum + nodes, 0),
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
    children: Math.max(seen.children.length, ...inner.map(({ children }) => children), 0),
  }
}
