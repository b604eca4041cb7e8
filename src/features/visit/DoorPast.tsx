import { View } from '@tarojs/components'
import type { DoorAttempt } from '../../../contract/door'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Section } from '../../ui/Section'
import { attemptWords } from './doorWording'

/** Every visit that was tried against the household's word: nothing came of it, and it is not hidden. */
export function DoorPast({ attempts }: { attempts: readonly DoorAttempt[] }) {
  if (attempts.length === 0) return null
  return (
    <>
      <Section title='想来没有来的' count={attempts.length} />
      <Card label='想来没有来的'>
        {attempts.map(({ id, at, by, who, purpose, why }) => (
          <View key={id} className='row'>
            <View className='grow'>
              <View className='head'>{who ?? '有人'}</View>
              <View className='sub'>{purpose}</View>
              <View className='sub ink2'>{`${momentWord(at)} ${by ?? '有人'}想安排。${attemptWords[why]}。`}</View>
            </View>
          </View>
        ))}
      </Card>
    </>
  )
}
