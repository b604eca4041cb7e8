import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'

const keys = [
  ['/', '搜'], ['↑ ↓', '选'], ['Enter', '打开'], ['R', '回复'], ['M', '上例会'], ['T', '转交'], ['Ctrl Enter', '送出'], ['Esc', '回去'],
] as const

/** What each key does; small, out of the way. */
export function KeyHelp() {
  const [open, setOpen] = useState(false)
  return (
    <View className='staff-keys'>
      <Button small look='plain' label='键盘怎么用' onTap={() => setOpen(true)}>键</Button>
      <Sheet open={open} title='键盘怎么用' onClose={() => setOpen(false)}>
        <View>
          {keys.map(([key, word]) => <View key={key} className='row'><View className='grow'>{word}</View><Text className='key'>{key}</Text></View>)}
        </View>
      </Sheet>
    </View>
  )
}
