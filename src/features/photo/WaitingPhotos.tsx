import { Image, View } from '@tarojs/components'
import { previewImage } from '@tarojs/taro'
import { useState } from 'react'
import type { WaitingPhoto } from '../../../contract/photo'
import { call } from '../../api/client'
import { useRead } from '../../api/read'
import { go } from '../../routes'
import { accessible } from '../../ui/accessible'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { DecisionList } from '../../ui/DecisionList'
import { Heading } from '../../ui/Heading'
import { Link } from '../../ui/Link'
import { Section } from '../../ui/Section'
import { Tag } from '../../ui/Tag'
import { nameWithPost } from '../../wording'
import { DecidePhoto } from './DecidePhoto'
import { doubtWords } from './wording'
import './photo.scss'

/** Photos neighbours may come to see, each with who gave it and to what, until somebody has looked. Where none waits nothing is said. */
export function WaitingPhotos({ committeeId }: { committeeId: string }) {
  const list = useRead(['photo', 'listWaiting'], { committeeId })
  const count = list.data?.items.length ?? 0
  // Who has just looked at the last one reads what came of it.
  const [looked, setLooked] = useState(false)
  if (count === 0 && !looked && !list.failed) return null
  return (
    <View className='stack'>
      <Section title='照片' count={count} />
      <DecisionList
        list={list}
        intro='邻居可能看到的照片：有没有人脸、门牌、车牌、广告。自己发的要别人来看。'
        empty={{ icon: 'camera', title: '没有等着看的照片', note: '邻居可能看到的照片会先到这里，看过才给邻居看。' }}
      >
        {(photo, { onDone, onMoved }) => <Waiting photo={photo} onDone={(words) => { setLooked(true); onDone(words) }} onMoved={onMoved} onAgain={list.again} />}
      </DecisionList>
    </View>
  )
}

interface Props {
  photo: WaitingPhoto
  onDone: (words: string) => void
  onMoved: () => void
  onAgain: () => void
}

function Waiting({ photo, onDone, onMoved, onAgain }: Props) {
  const { id: photoId, committeeId, demandId, number, title, by, at, thumb, why } = photo
  const who = nameWithPost(by)
  const enlarge = async () => {
    const { items } = await call(['photo', 'links'], { committeeId, demandId, photoIds: [photoId] })
    await previewImage({ urls: items.map(({ url }) => url) })
  }
  return (
    <Card label={`${who}的照片，待审`} pad>
      <View className='stack'>
        <View>
          <View className='line'>
            <View className='grow'><Heading>{`${who}的照片`}</Heading></View>
            <Tag tone='lamp' icon='eye'>待审</Tag>
          </View>
          <View className='sub ink2'>{`${momentWord(at)}，和“${title}”一起。${doubtWords[why]}`}</View>
        </View>
        {thumb
          ? <View className='photo photo-large' {...accessible({ role: 'button', label: `${who}的照片，点一下看大图`, onTap: () => void enlarge().catch(onAgain) })}><Image className='photo-image' src={thumb} mode='aspectFill' /></View>
          : <View><Tag tone='stone' icon='camera'>照片现在取不到</Tag></View>}
        <Link label={`看 ${number} 整件事`} onTap={() => go('leader/demand', { committeeId, demandId })}>看整件事</Link>
        <DecidePhoto
          committeeId={committeeId} demandId={demandId} photoId={photoId} called={`${who}的照片`} onMoved={onMoved}
          onDone={(state) => onDone(state === 'ready' ? '邻居可以看到这张照片了。' : `没有留下，理由已经告诉${by.name}。`)}
        />
      </View>
    </Card>
  )
}
