import { View } from '@tarojs/components'
import type { Resolution } from '../../../contract/meeting'
import { Row } from '../../ui/Row'
import { Tag } from '../../ui/Tag'
import { followWords, outcomeWords } from './wording'

/** One decision: what, in which words, who sees to it by when, and whether it was. */
export function ResolutionRow({ resolution, onDemand }: { resolution: Resolution; onDemand: (demandId: string) => void }) {
  const { seq, title, outcome, facts, words, demandId, settled } = resolution
  const follow = followWords(resolution)
  return (
    <Row
      above={<Tag tone={outcome === 'decline' ? 'stone' : 'river'} icon={outcome === 'decline' ? 'doc' : 'meeting'}>{outcomeWords[outcome].said}</Tag>}
      title={`${seq}. ${title}`}
      label={`第 ${seq} 件，${title}，${outcomeWords[outcome].said}`}
      onTap={demandId === null ? undefined : () => onDemand(demandId)}
    >
      {facts !== '' && <View className='sub ink2'>{facts}</View>}
      <View>{words}</View>
      {follow !== '' && <View className='sub ink2'>{settled === null ? follow : `${follow}，${settled.how === 'done' ? '办好了' : '没办成，改了日子'}${settled.words && `：${settled.words}`}`}</View>}
    </Row>
  )
}
