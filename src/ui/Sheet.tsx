import { View } from '@tarojs/components'
import { useEffect, useRef, type ReactNode } from 'react'
import { accessible } from './accessible'
import { Heading } from './Heading'
import { IconButton } from './IconButton'

interface Props {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
}

const browser = process.env.TARO_ENV !== 'weapp'

/** From below, at most six choices; in 长辈版 it covers the page. */
export function Sheet({ open, title, onClose, children }: Props) {
  const sheet = useRef<HTMLElement>(null)
  useFocusInside(open, sheet, onClose)
  if (!open) return null
  return (
    <View className='veil' onClick={onClose}>
      <View
        className='sheet'
        ref={sheet}
        catchMove
        onClick={(event) => event.stopPropagation()}
        {...accessible({ role: 'dialog', label: title, modal: true })}
        {...(browser && { tabIndex: '-1' })}
      >
        <View className='line'>
          <Heading level={2} className='grow'>{title}</Heading>
          <IconButton icon='close' label='关上' bare onTap={onClose} />
        </View>
        {children}
      </View>
    </View>
  )
}

/** In a browser the focus goes in, Escape closes, and the focus returns to where it was. */
function useFocusInside(open: boolean, sheet: { current: HTMLElement | null }, onClose: () => void) {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (!open || !browser) return
    const before = document.activeElement
    sheet.current?.focus?.()
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [open, sheet])
}
