import { Picker, Text, View } from '@tarojs/components'
import { boxSpoken, Field } from './Field'
import { Icon } from './Icon'

interface Props<T> {
  id: string
  label: string
  options: readonly { value: T; word: string }[]
  value: T | null
  onChange: (value: T) => void
  hint?: string
  wrong?: string
  placeholder?: string
}

export function Select<T extends string>(props: Props<T>) {
  const { id, label, hint, wrong } = props
  return (
    <Field id={id} label={label} hint={hint} wrong={wrong}>
      {process.env.TARO_ENV === 'weapp' ? <Wheel {...props} /> : <Native {...props} />}
    </Field>
  )
}

function Wheel<T extends string>({ id, label, options, value, onChange, wrong, placeholder = '选一个' }: Props<T>) {
  const at = options.findIndex((option) => option.value === value)
  const word = options[at]?.word
  return (
    <Picker
      mode='selector'
      range={options.map((option) => option.word)}
      value={Math.max(0, at)}
      onChange={(event) => choose(options, Number(event.detail.value), onChange)}
      {...boxSpoken({ id, label: word ? `${label}，${word}` : label, wrong })}
    >
      <View className='box'>
        <Text className={word ? 'grow' : 'grow placeholder'}>{word ?? placeholder}</Text>
        <Icon name='down' className='chev' />
      </View>
    </Picker>
  )
}

// Taro's wheel in a browser cannot be reached by keyboard or read aloud; the browser's own list can.
function Native<T extends string>({ id, label, options, value, onChange, hint, wrong, placeholder = '选一个' }: Props<T>) {
  const { nativeProps } = boxSpoken({ id, label, hint, wrong }) as { nativeProps: Record<string, string> }
  return (
    <View className='box'>
      <select
        className='box-native'
        id={id}
        value={value ?? ''}
        onChange={(event) => choose(options, options.findIndex((option) => option.value === event.target.value), onChange)}
        {...nativeProps}
      >
        {value === null && <option value=''>{placeholder}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.word}</option>)}
      </select>
      <Icon name='down' className='chev' />
    </View>
  )
}

function choose<T>(options: readonly { value: T }[], index: number, onChange: (value: T) => void) {
  const option = options[index]
  if (option) onChange(option.value)
}
