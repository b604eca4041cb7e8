import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { mostPhotos } from '../../../contract/photo'
import { addPhotos, removePhoto, useDraftPhotos, type PhonePhoto } from '../../api/photos'
import { accessible } from '../../ui/accessible'
import { IconButton } from '../../ui/IconButton'
import { notOpened, stopWords } from './wording'
import './photo.scss'

interface Props {
  committeeId: string
  /** The name of what is being written. */
  draft: string
}

/** Camera or album, up to nine; what is chosen goes at once and waits for its words. */
export function PhotoPicker({ committeeId, draft }: Props) {
  const photos = useDraftPhotos(draft)
  const [failed, setFailed] = useState(false)
  const stopped = photos.find(({ stop }) => stop !== null)?.stop
  const add = () => void addPhotos({ committeeId, draft }).then((kept) => setFailed(!kept))
  const remove = (id: string) => {
    setFailed(false)
    removePhoto(id)
  }
  return (
    <View className={photos.length > 0 || failed ? 'photos-picker some' : 'photos-picker'}>
      {(stopped || failed) && <View className='sub brick strong' {...accessible({ role: 'alert' })}>{stopped ? stopWords(stopped) : notOpened}</View>}
      <View className='photos'>
        {photos.map((photo, at) => <Chosen key={photo.id} photo={photo} at={at} onRemove={() => remove(photo.id)} />)}
        {photos.length < mostPhotos && <IconButton icon='camera' label={photos.length === 0 ? '加照片' : `再加照片，已有 ${photos.length} 张`} onTap={add} />}
      </View>
    </View>
  )
}

function Chosen({ photo, at, onRemove }: { photo: PhonePhoto; at: number; onRemove: () => void }) {
  const part = photo.stop ? '没送出' : photo.part < 1 ? `${Math.floor(photo.part * 100)}%` : ''
  return (
    <View className={photo.stop ? 'photo stopped' : 'photo'}>
      <Image className='photo-image' src={photo.preview} mode='aspectFill' />
      {part !== '' && <View className='photo-part'>{part}</View>}
      <View className='photo-remove'><IconButton bare icon='close' label={`去掉第 ${at + 1} 张照片`} onTap={onRemove} /></View>
    </View>
  )
}
