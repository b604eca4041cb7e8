import { Text, Textarea, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { boxSpoken, Field } from './Field'

interface Props {
  id: string
  label: string
  value: string
  onChange: (text: string) => void
  hint?: string
  wrong?: string
  placeholder?: string
  maxLength?: number
  /** After a second without typing: the moment to keep a draft. */
  onPause?: (text: string) => void
}

const pause = 1000
/** The count is only worth reading when the end is near. */
const near = 0.8

export function TextArea({ id, label, value, onChange, hint, wrong, placeholder, maxLength = 500, onPause }: Props) {
  const [focus, setFocus] = useState(false)

  // A new function on each draw must not start the second again.
  const paused = useRef(onPause)
  useEffect(() => {
    paused.current = onPause
  })
  useEffect(() => {
    const timer = setTimeout(() => paused.current?.(value), pause)
    return () => clearTimeout(timer)
  }, [value])

  return (
    <Field id={id} label={label} hint={hint} wrong={wrong}>
      <View className={focus ? 'box area focus' : 'box area'}>
        <Textarea
          className='box-area'
          id={id}
          value={value}
          maxlength={maxLength}
          autoHeight
          disableDefaultPadding
          placeholder={placeholder}
          placeholderClass='placeholder'
          onInput={(event) => onChange(event.detail.value)}
          onFocus={() => setFocus(true)}
          onBlur={() => setFocus(false)}
          {...boxSpoken({ id, label, hint, wrong })}
        />
      </View>
      {value.length > maxLength * near && <Text className='box-count meta ink2'>{`${value.length} / ${maxLength}`}</Text>}
    </Field>
  )
}
