import { View } from '@tarojs/components'
import { useReadPages } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Row } from '../../ui/Row'
import { exportedWords } from './wording'

/** Who took which list out of the app, how much of it, and what for; newest first. */
export function ExportLog({ committeeId }: { committeeId: string }) {
  const log = useReadPages(['report', 'log'], { committeeId })
  const { items, hasMore, readingMore, more } = log
  const empty = log.refusal
    ? <Empty icon='lock' title='这一页给主任和书记' note='谁导过名单，由他们来看。' />
    : <Empty icon='out' title='还没有人导过' note='导出诉求或住户名单，会在这里留下谁、什么时候、用来做什么。' />
  return (
    <View className='stack'>
      <View className='sub ink2'>名单离开了这里就管不住了，所以每一份都记着是谁导的、做什么用。记录留三年。</View>
      <Loadable waiting={log.waiting} failed={log.failed} offlineSince={log.offlineSince} onAgain={log.again} empty={items.length === 0 && empty}>
        <Card label='导出记录'>
          {items.map(({ id, at, by, what, place, rows, why }) => (
            <Row key={id} title={`${by}导了${exportedWords[what]}，${rows} ${what === 'demands' ? '件' : '户'}`} note={`${momentWord(at)}${place ? `，${place}` : ''}。用途：${why}`} />
          ))}
        </Card>
        {hasMore && <Button small look='plain' busy={readingMore} onTap={more}>再往前看</Button>}
      </Loadable>
    </View>
  )
}
