/** The drawn page as a person meets it: words, roles, names. */
import { attributesOf, childrenOf, eventsOf, isText, tagOf, type ExNode } from './kernel'

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
  const attributes = attributesOf(node)
  const seen: Seen = {
    tag: tagOf(node),
    role: word(attributes.ariaRole),
    label: word(attributes.ariaLabel),
    words: '',
    attributes,
    classes: word(attributes.class ?? node.class).split(/\s+/).filter(Boolean),
    events: eventsOf(node),
    children: [],
    parent,
    node,
  }
  for (const child of childrenOf(node)) {
    if (isText(child)) {
      seen.words += child.textContent ?? ''
      continue
    }
    const inner = see(child, seen)
    seen.children.push(inner)
    seen.words += inner.words
  }
  return seen
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
  const { ariaLabel, placeholder, value } = attributesOf(node)
  const inner = childrenOf(node).flatMap((child) => (isText(child) ? [child.textContent ?? ''] : lines(child)))
  return [...[ariaLabel, placeholder, value].map(word), ...inner].filter((line) => line.trim() !== '')
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
