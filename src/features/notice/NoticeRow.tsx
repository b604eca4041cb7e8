import { Text, View } from '@tarojs/components'
import type { NoticeLine } from '../../../contract/notice'
import { accessible } from '../../ui/accessible'
import { Avatar } from '../../ui/Avatar'
import { Count } from '../../ui/Count'
import { rowTime } from '../../ui/dates'
import { Tag } from '../../ui/Tag'
import { Words } from '../../ui/Words'
import { digestWords, noticeLook, noticeWords } from './wording'

/** One matter: who, what happened last, and whether it is the reader's turn. */
export function NoticeRow({ line, onTap }: { line: NoticeLine; onTap: () => void }) {
  const { about, from, digest, at, unread, myTurn } = line
  const { tone, icon } = noticeLook(about)
  const words = noticeWords(about, from)
  const title = digest ? digestWords(digest) : line.title
  return (
    <View className='row tappable notice' {...accessible({ role: 'button', onTap })}>
      <View className='row-lead'>{from ? <Avatar name={from} /> : <Avatar name={words} icon={icon} />}</View>
      <View className='grow'>
        <View className='line notice-top'>
          <Text className='head grow cut'>{title}</Text>
          <Text className='meta ink2 nb'>{rowTime(at)}</Text>
        </View>
        <View className='line'>
          <View className='sub ink2 grow'><Words>{words}</Words></View>
          {unread > 0 && <Count value={unread} label={`${unread} 条没看`} />}
        </View>
        {myTurn && <View className='line notice-foot'><Tag tone={tone === 'brick' ? 'brick' : 'lamp'} icon='bell'>等您办</Tag></View>}
      </View>
    </View>
  )
}
