import { Image, View } from '@tarojs/components'
import { previewImage } from '@tarojs/taro'
import { useEffect } from 'react'
import type { Photo } from '../../../contract/photo'
import { call } from '../../api/client'
import { useRead } from '../../api/read'
import { accessible } from '../../ui/accessible'
import { Tag } from '../../ui/Tag'
import { useLatest } from '../../ui/useLatest'
import { DecidePhoto } from './DecidePhoto'
import { notKept, stateWords } from './wording'
import './photo.scss'

interface Props {
  committeeId: string
  demandId: string
  /** With which words; null for those of the demand itself. */
  entryId: string | null
  /** Others than author and staff may come to see the demand, so somebody has to look. */
  open?: boolean
}

/** ms between looks while a photo is on its way. */
const glance = 4_000

/** The photos of one thing said; a tap shows them large. */
export function SaidPhotos({ committeeId, demandId, entryId, open }: Props) {
  const { data, again } = useRead(['photo', 'listOfDemand'], { committeeId, demandId })
  const photos = (data?.items ?? []).filter((photo) => photo.entryId === entryId)
  const coming = photos.some(({ state }) => state === 'uploading' || state === 'uploaded')
  const look = useLatest(again)
  useEffect(() => {
    if (!coming) return
    const timer = setInterval(() => look.current(), glance)
    return () => clearInterval(timer)
  }, [coming, look])
  if (photos.length === 0) return null
  const shown = photos.filter(({ thumb }) => thumb !== null)
  const enlarge = async (id: string) => {
    const { items } = await call(['photo', 'links'], { committeeId, demandId, photoIds: shown.map((photo) => photo.id) })
    await previewImage({ current: items.find(({ photoId }) => photoId === id)?.url, urls: items.map(({ url }) => url) })
  }
  return (
    <View className='photos'>
      {photos.map((photo) => (
        <View key={photo.id}>
          <Said photo={photo} label={`第 ${shown.indexOf(photo) + 1} 张照片，点一下看大图`} onTap={() => void enlarge(photo.id).catch(again)} />
          {open && photo.mayDecide && <DecidePhoto committeeId={committeeId} demandId={demandId} photoId={photo.id} called={`第 ${shown.indexOf(photo) + 1} 张照片`} onDone={again} onMoved={again} />}
        </View>
      ))}
    </View>
  )
}

function Said({ photo, label, onTap }: { photo: Photo; label: string; onTap: () => void }) {
  const waiting = stateWords(photo.state, photo.mine)
  if (photo.thumb) return <View className='photo' {...accessible({ role: 'button', label, onTap })}><Image className='photo-image' src={photo.thumb} mode='aspectFill' /></View>
  if (photo.fault) return <Tag tone='brick' icon='alert'>{notKept(photo.fault, photo.reason)}</Tag>
  return waiting ? <Tag tone='lamp' icon='upload'>{waiting}</Tag> : null
}
