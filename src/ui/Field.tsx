import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from './accessible'
import { Icon } from './Icon'

interface Props {
  id: string
  label: string
  children: ReactNode
  hint?: string
  wrong?: string
}

/** What is wrong stands above the box: below it the keyboard would hide it. */
export function Field({ id, label, children, hint, wrong }: Props) {
  return (
    <View className={wrong ? 'field wrong' : 'field'} {...accessible({ role: 'group', label })}>
      <Text className='field-label'>{label}</Text>
      {hint && <Text className='field-hint' id={`${id}-hint`}>{hint}</Text>}
      {wrong && (
        <View className='wrongtext' id={`${id}-wrong`} {...accessible({ role: 'alert' })}>
          <Icon name='alert' />
          <Text>{wrong}</Text>
        </View>
      )}
      {children}
    </View>
  )
}

/** What the box inside a field says about itself. H5 passes `nativeProps` to the real input element. */
export function boxSpoken({ id, label, hint, wrong }: Pick<Props, 'id' | 'label' | 'hint' | 'wrong'>): Record<string, unknown> {
  const told = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  if (process.env.TARO_ENV === 'weapp') return { ariaLabel: wrong ? `${label}，${wrong}` : label }
  return { nativeProps: { 'aria-label': label, 'aria-invalid': wrong ? 'true' : 'false', 'aria-describedby': told } }
}
