import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { boxSpoken, Field } from './Field'

interface Props {
  id: string
  label: string
  value: string
  onChange: (text: string) => void
  hint?: string
  wrong?: string
  placeholder?: string
  type?: 'text' | 'number'
  maxLength?: number
  onDone?: () => void
}

export function TextInput({ id, label, value, onChange, hint, wrong, placeholder, type = 'text', maxLength = 200, onDone }: Props) {
  const [focus, setFocus] = useState(false)
  return (
    <Field id={id} label={label} hint={hint} wrong={wrong}>
      <View className={focus ? 'box focus' : 'box'}>
        <Input
          className='box-input'
          id={id}
          type={type}
          value={value}
          maxlength={maxLength}
          placeholder={placeholder}
          placeholderClass='placeholder'
          onInput={(event) => onChange(event.detail.value)}
          onFocus={() => setFocus(true)}
          onBlur={() => setFocus(false)}
          onConfirm={onDone}
          {...boxSpoken({ id, label, hint, wrong })}
        />
      </View>
    </Field>
  )
}
