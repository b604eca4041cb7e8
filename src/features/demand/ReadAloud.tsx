import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Button } from '../../ui/Button'
import { useTextScale } from '../../ui/textScale'

/** WeChat has no voice of its own; a browser that has one offers it in 长辈版. */
function voice(): SpeechSynthesis | undefined {
  return process.env.TARO_ENV === 'h5' && 'speechSynthesis' in window ? window.speechSynthesis : undefined
}

export function ReadAloud({ text }: { text: string }) {
  const { elder } = useTextScale()
  useEffect(() => () => voice()?.cancel(), [])
  if (!elder || !voice()) return null
  const read = () => {
    voice()?.cancel()
    const words = new SpeechSynthesisUtterance(text)
    words.lang = 'zh-CN'
    words.rate = 0.9
    voice()?.speak(words)
  }
  return <View className='read-aloud'><Button wide look='soft' icon='sound' onTap={read}>读给我听</Button></View>
}
