import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead } from '../../api/read'
import { Avatar } from '../../ui/Avatar'
import { Card } from '../../ui/Card'
import { fullDay } from '../../ui/dates'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Row } from '../../ui/Row'
import { TextInput } from '../../ui/TextInput'
import { useSettled } from '../../ui/useSettled'

/** Who likes to lend a hand: found by what they can do, asked before anything. No order but the newest first, and no count. */
export function TalentList({ committeeId }: { committeeId: string }) {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const { data, waiting, failed, offlineSince, again } = useRead(['talent', 'list'], { committeeId, ...(search && { search }) })
  return (
    <View className='stack'>
      <View className='sub ink2'>走访时自己点过头的。找人之前先问一声，不方便就算了；本人随时能收回，收回就不在这里了。</View>
      <TextInput id='talent-search' label='找会什么的' value={typed} onChange={setTyped} maxLength={20} placeholder='修车' />
      <Loadable waiting={waiting} failed={failed} offlineSince={offlineSince} onAgain={again} empty={data?.items.length === 0 && <Empty icon='heart' title={search ? '没有这一样' : '还没有'} note='走访时聊到谁会什么，写在小结里请本人点头。' />}>
        {data && data.items.length > 0 && (
          <Card label='愿意帮忙的'>
            {data.items.map(({ id, name, label, what, since }) => <Row key={id} from={68} lead={<Avatar name={name} resident />} title={what} note={`${name}，${label}，${fullDay(since)} 说的`} />)}
          </Card>
        )}
      </Loadable>
    </View>
  )
}
