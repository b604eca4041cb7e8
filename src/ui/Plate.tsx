import { View } from '@tarojs/components'
import { setClipboardData } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { accessible } from './accessible'

/** The number, like a door plate; a tap copies it. */
export function Plate({ number }: { number: string }) {
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = () => {
    setClipboardData({ data: number }).then(() => setCopied(true), () => setCopied(false))
  }
  return (
    <View className='plate' {...accessible({ role: 'button', label: copied ? '已复制' : `编号 ${number}，点一下复制`, onTap: copy })}>
      {copied ? '已复制' : number}
    </View>
  )
}
