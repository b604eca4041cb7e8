import { View } from '@tarojs/components'
import type { HouseLine } from '../../../contract/houseMap'
import { accessible } from '../../ui/accessible'
import { Tag } from '../../ui/Tag'
import { classWords } from './archiveWording'
import { contactWords, dueLine, livesWords, reachLine } from './houseWording'

export const classTones = { A: 'lamp', B: 'stone', C: 'river' } as const

/** One home of a list on a phone. */
export function HouseRow({ line, onTap }: { line: HouseLine; onTap: () => void }) {
  const kind = classWords[line.class]
  const lives = line.tenure === 'vacant' ? '空着' : livesWords(line)
  return (
    <View className='row tappable' {...accessible({ role: 'button', label: [line.label, kind.word, lives, line.due && dueLine(line.due)].filter(Boolean).join('，'), onTap })}>
      <View className='grow'>
        <View className='line'>
          <View className='head'>{line.label}</View>
          <Tag tone={classTones[line.class]} icon={kind.icon}>{kind.word}</Tag>
        </View>
        <View className='sub ink2'>{lives}</View>
        <View className='meta ink2'>{`${contactWords(line)}；${reachLine(line)}`}</View>
        {line.due && <View className={line.due.late ? 'sub brick' : 'sub ink2'}>{dueLine(line.due)}</View>}
      </View>
    </View>
  )
}
