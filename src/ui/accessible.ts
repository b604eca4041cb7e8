import type { KeyboardEvent } from 'react'

export interface Spoken {
  role?: string
  label?: string
  checked?: boolean
  selected?: boolean
  /** `step` in a chain, `page` in a menu; false for its neighbours. */
  current?: 'step' | 'page' | false
  busy?: boolean
  expanded?: boolean
  invalid?: boolean
  describedBy?: string
  live?: 'polite' | 'assertive'
  hidden?: boolean
  level?: number
  modal?: boolean
  onTap?: () => void
}

type Attributes = Record<string, unknown>

/** One description of a thing for those who listen: WeChat's attributes or the browser's, and the keyboard where there is one. */
export function accessible(spoken: Spoken): Attributes {
  return process.env.TARO_ENV === 'weapp' ? forWeapp(spoken) : forBrowser(spoken)
}

function forWeapp({ role, label, checked, selected, expanded, hidden, onTap }: Spoken): Attributes {
  return present({ ariaRole: role, ariaLabel: label, ariaChecked: checked, ariaSelected: selected, ariaExpanded: expanded, ariaHidden: hidden, onClick: onTap })
}

function forBrowser(spoken: Spoken): Attributes {
  const { role, label, checked, selected, current, busy, expanded, invalid, describedBy, live, hidden, level, modal, onTap } = spoken
  const attributes = present({
    role,
    'aria-label': label,
    'aria-checked': text(checked),
    'aria-selected': text(selected),
    'aria-current': text(current),
    'aria-busy': text(busy),
    'aria-expanded': text(expanded),
    'aria-invalid': text(invalid),
    'aria-describedby': describedBy,
    'aria-live': live,
    'aria-hidden': text(hidden),
    'aria-level': text(level),
    'aria-modal': text(modal),
  })
  if (!onTap) return attributes
  return { ...attributes, tabIndex: '0', onClick: onTap, onKeyDown: keys(onTap) }
}

function keys(onTap: () => void) {
  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    onTap()
  }
}

// Taro's elements drop an attribute that is false and write one that is undefined, so states go as words and absent ones not at all.
function text(state: boolean | number | string | undefined): string | undefined {
  return state === undefined ? undefined : String(state)
}

function present(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))
}
