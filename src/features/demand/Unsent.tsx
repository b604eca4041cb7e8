import { View } from '@tarojs/components'
import { useQueue, type QueueItem } from '../../api/queue'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Tag } from '../../ui/Tag'
import { refusalWords } from './wording'

/** What is still on this phone, or came back with a reason, before all that the server has. */
export function Unsent() {
  const { items, retry, discard } = useQueue()
  const own = items.filter(({ method }) => method.startsWith('demand/'))
  if (own.length === 0) return null
  return (
    <Card label='还没送出的'>
      {own.map((item) => <UnsentRow key={item.key} item={item} onRetry={() => retry(item.key)} onDiscard={() => discard(item.key)} />)}
    </Card>
  )
}

function UnsentRow({ item, onRetry, onDiscard }: { item: QueueItem; onRetry: () => void; onDiscard: () => void }) {
  const refused = item.state === 'refused'
  return (
    <View className='row'>
      <View className='grow'>
        {refused ? <Tag tone='brick' icon='alert'>没送出</Tag> : <Tag tone='lamp' icon='upload'>待上传</Tag>}
        <View className='head unsent-text'>{item.label}</View>
        <View className='sub ink2'>
          {refused ? (item.refusal ? refusalWords[item.refusal] : '这次没送出') : `${momentWord(item.at)} 写的，联网自动送出`}
        </View>
        {refused && (
          <View className='line unsent-acts'>
            <Button small look='soft' onTap={onRetry}>再送一次</Button>
            <Button small look='plain' onTap={onDiscard}>不送了</Button>
          </View>
        )}
      </View>
    </View>
  )
}
