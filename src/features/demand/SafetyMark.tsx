import { View } from '@tarojs/components'
import type { WordsSafety } from '../../../contract/safety'
import { Tag } from '../../ui/Tag'
import { safetyWords, type SafetyReader } from './threadWording'

interface Props {
  safety: WordsSafety
  rejectedFor: string | null
  reader: SafetyReader
}

/** Words that have not reached the other side: that they wait, or why they were kept back and what to do. */
export function SafetyMark({ safety, rejectedFor, reader }: Props) {
  if (safety === 'passed') return null
  return (
    <View className='safety-mark'>
      {safety === 'pending' ? <Tag tone='lamp' icon='eye'>待审</Tag> : <Tag tone='brick' icon='info'>没有放行</Tag>}
      <View className='meta ink2'>{safetyWords(safety, reader, rejectedFor)}</View>
    </View>
  )
}
