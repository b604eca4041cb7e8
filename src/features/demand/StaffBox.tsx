import { Textarea, View } from '@tarojs/components'
import { useEffect } from 'react'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { boxSpoken } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { useLatest } from '../../ui/useLatest'
import { onScreen } from '../../ui/onScreen'

const box = '.staff-box textarea'

interface Props {
  value: string
  label: string
  /** Who will read it; stands in the empty box. */
  hint: string
  wrong: string
  onChange: (text: string) => void
  /** Where the cursor stood when the box was left. */
  onLeave: (cursor: number | null) => void
  onSend: () => void
  button: string
  busy: boolean
}

/** Where one who serves writes; Ctrl+Enter sends. */
export function StaffBox({ value, label, hint, wrong, onChange, onLeave, onSend, button, busy }: Props) {
  const send = useLatest(onSend)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.target !== onScreen(box)) return
      event.preventDefault()
      send.current()
    }
    // Taro's own boxes keep the event to themselves on its way up.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [send])
  return (
    <View className='staff-writing'>
      {wrong !== '' && (
        <View className='wrongtext' {...accessible({ role: 'alert' })}>
          <Icon name='alert' />
          {wrong}
        </View>
      )}
      <View className='box staff-box'>
        <Textarea
          id='staff-words'
          className='staff-area'
          value={value}
          maxlength={1000}
          autoHeight
          fixed
          disableDefaultPadding
          showConfirmBar={false}
          cursorSpacing={80}
          placeholder={hint}
          placeholderClass='placeholder'
          onInput={(event) => onChange(event.detail.value)}
          onBlur={(event) => onLeave(cursorIn(event.detail))}
          {...boxSpoken({ id: 'staff-words', label })}
        />
        <Button small busy={busy} onTap={onSend}>{button}</Button>
      </View>
    </View>
  )
}

/** WeChat says where the cursor stood; a browser's own box still knows. */
function cursorIn(detail: { cursor?: number }): number | null {
  if (process.env.TARO_ENV === 'h5') return (onScreen(box) as HTMLTextAreaElement | undefined)?.selectionStart ?? null
  return detail.cursor ?? null
}

/** For the key R. */
export function focusStaffBox(): void {
  if (process.env.TARO_ENV === 'h5') onScreen(box)?.focus()
}
