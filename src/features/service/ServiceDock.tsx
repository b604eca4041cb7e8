import { View } from '@tarojs/components'
import { setClipboardData } from '@tarojs/taro'
import { useState } from 'react'
import type { ServiceItem } from '../../../contract/service'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'

/** Talk about it, ask about it, or go to where the application is really made. */
export function ServiceDock({ link, onAsk, onBook }: { link: ServiceItem['link']; onAsk: () => void; onBook: () => void }) {
  const [copied, setCopied] = useState(false)
  const book = <Button look='plain' icon='visit' label='约线上走访' onTap={onBook}>约着聊</Button>
  if (!link) return <View className='line'>{book}<Button icon='message' onTap={onAsk}>问一问</Button></View>
  const open = () => {
    if (process.env.TARO_ENV === 'h5') {
      window.open(link.url, '_blank', 'noopener')
      return
    }
    // WeChat opens no foreign address from here, so it goes along in the clipboard.
    setClipboardData({ data: link.url }).then(() => setCopied(true), () => setCopied(false))
  }
  return (
    <>
      {copied && <View className='meta ink2 dock-note' {...accessible({ role: 'status', live: 'polite' })}>地址复制好了，到浏览器里打开</View>}
      <View className='line'>
        {book}
        <Button look='soft' icon='message' onTap={onAsk}>问一问</Button>
        <Button icon='out' onTap={open}>{`去${link.name}`}</Button>
      </View>
    </>
  )
}
