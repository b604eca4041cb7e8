/** Whether everybody can read and hit what a page shows; run inside the page, so it holds no import and no outer name. */

export interface Demands {
  /** Smallest letters, px. */
  text: number
  /** Smallest side of what can be tapped, px. */
  target: number
}

export const normal: Demands = { text: 12, target: 44 }
export const elder: Demands = { text: 18, target: 60 }
export const pc: Demands = { text: 12, target: 24 }

/** What is wrong, a line each; empty when all is well. */
export function auditPage({ text: leastText, target: leastTarget }: Demands): string[] {
  type Colour = { r: number; g: number; b: number; a: number }
  const found = new Set<string>()
  const width = document.documentElement.clientWidth
  const say = (what: string, one: Element) => found.add(`${what}: ${nameOf(one)}`)

  function nameOf(one: Element): string {
    const name = one.getAttribute('aria-label') ?? one.textContent?.trim() ?? ''
    return name.slice(0, 20) || `.${one.className}`
  }
  function colourOf(css: string): Colour {
    const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number)
    return { r, g, b, a }
  }
  function over(top: Colour, under: Colour): Colour {
    const mix = (a: number, b: number) => a * top.a + b * (1 - top.a)
    return { r: mix(top.r, under.r), g: mix(top.g, under.g), b: mix(top.b, under.b), a: 1 }
  }
  function light({ r, g, b }: Colour): number {
    const [x, y, z] = [r, g, b].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * x! + 0.7152 * y! + 0.0722 * z!
  }
  /** What may lie behind the words: one colour, or each of those a gradient runs through. */
  function grounds(one: Element): Colour[] {
    const layers: Colour[][] = []
    for (let at: Element | null = one; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at)
      const run = backgroundImage.startsWith('linear-gradient') ? (backgroundImage.match(/rgba?\([^)]+\)/g) ?? []).map(colourOf) : []
      const flat = colourOf(backgroundColor)
      if (run.length > 0) layers.push(run)
      else if (flat.a > 0) layers.push([flat])
      if (run.length > 0 || flat.a === 1) break
    }
    const white = { r: 255, g: 255, b: 255, a: 1 }
    return layers.reverse().reduce<Colour[]>((under, top) => under.flatMap((low) => top.map((high) => over(high, low))), [white])
  }
  /** The worst of them. */
  function contrast(one: Element, css: string): number {
    const ratios = grounds(one).map((under) => {
      const [x, y] = [light(over(colourOf(css), under)), light(under)]
      return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
    })
    return Math.min(...ratios)
  }
  /** In a strip that scrolls sideways by itself, or cut off with dots. */
  function mayReachOut(one: Element): boolean {
    for (let at: Element | null = one; at; at = at.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX) && at !== document.body && at !== document.documentElement) return true
    return false
  }
  function hasLayer(one: Element): boolean {
    const layer = getComputedStyle(one, '::after')
    return layer.content !== 'none' && layer.position === 'absolute'
  }
  /** With what an invisible layer around it adds to the hand. */
  function reach(one: Element): { width: number; height: number } {
    const box = one.getBoundingClientRect()
    const layer = getComputedStyle(one, '::after')
    if (!hasLayer(one)) return box
    const part = (side: string) => Number.parseFloat(layer.getPropertyValue(side)) || 0
    return { width: Math.max(box.width, box.width - part('left') - part('right')), height: Math.max(box.height, box.height - part('top') - part('bottom')) }
  }

  const shown = [...document.querySelectorAll<HTMLElement>('#app *')].filter((one) => {
    const box = one.getBoundingClientRect()
    const style = getComputedStyle(one)
    return box.width > 0 && box.height > 0 && style.visibility !== 'hidden' && one.closest('[aria-hidden=true]') === null && !/^(STYLE|SCRIPT|OPTION)$/.test(one.tagName)
  })
  for (const one of shown) {
    const box = one.getBoundingClientRect()
    const style = getComputedStyle(one)
    const size = Number.parseFloat(style.fontSize)
    const field = one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement
    const words = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
    if (words || field) {
      if (size < leastText - 0.01) say(`letters of ${size} px`, one)
      const clear = contrast(one, style.color)
      if (clear < 4.5) say(`contrast ${clear.toFixed(2)}`, one)
      if (field && one.getAttribute('placeholder')) {
        const hint = contrast(one, getComputedStyle(one, '::placeholder').color)
        if (hint < 4.5) say(`contrast of the hint ${hint.toFixed(2)}`, one)
      }
      const leading = Number.parseFloat(style.lineHeight) / size
      if (box.height > size * 1.8 && !field && !(leading > 1.295)) say(`lines ${leading.toFixed(2)} apart`, one)
      if (style.overflowX === 'visible' && style.display !== 'inline' && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && !hasLayer(one)) say('words run out of their box', one)
    }
    if (box.right > width + 1 && !mayReachOut(one)) say(`reaches ${Math.round(box.right)} of ${width}`, one)
    const toTap = one.tabIndex >= 0 && (one.hasAttribute('tabindex') || /^(A|BUTTON|SELECT)$/.test(one.tagName)) && one.getAttribute('role') !== 'dialog'
    if (toTap && style.display !== 'inline') {
      const hand = reach(field ? (one.parentElement ?? one) : one)
      if (hand.width < leastTarget - 0.5 || hand.height < leastTarget - 0.5) say(`target of ${Math.round(hand.width)}×${Math.round(hand.height)}`, one)
    }
  }
  const whole = document.scrollingElement!
  if (whole.scrollWidth > width + 1) found.add(`the page is ${whole.scrollWidth} wide on ${width}`)
  return [...found]
}
