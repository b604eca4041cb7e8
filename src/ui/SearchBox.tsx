import { Input, View } from '@tarojs/components'
import { memo } from 'react'
import { accessible } from './accessible'
import { boxSpoken } from './Field'
import { Icon } from './Icon'
import { IconButton } from './IconButton'

interface Props {
  value: string
  onChange: (text: string) => void
  onSearch?: (text: string) => void
  placeholder: string
}

// Taro sends the value of a box with each drawing of it, changed or not.
export const SearchBox = memo(function SearchBox({ value, onChange, onSearch, placeholder }: Props) {
  return (
    <View className='box search' {...accessible({ role: 'search' })}>
      <Icon name='search' />
      <Input
        className='box-input'
        type='text'
        confirmType='search'
        value={value}
        maxlength={40}
        placeholder={placeholder}
        placeholderClass='placeholder'
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={(event) => onSearch?.(event.detail.value)}
        {...boxSpoken({ id: 'search', label: placeholder })}
      />
      {value !== '' && <IconButton icon='close' label='清空' bare onTap={() => onChange('')} />}
    </View>
  )
})
