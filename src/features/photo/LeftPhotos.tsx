import { Image, View } from '@tarojs/components'
import { removePhoto, useLeftPhotos } from '../../api/photos'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Tag } from '../../ui/Tag'
import { stopWords } from './wording'
import './photo.scss'

/** Photos of what has been said that are still on this phone. */
export function LeftPhotos() {
  const photos = useLeftPhotos()
  if (photos.length === 0) return null
  return (
    <Card label='还没送出的照片'>
      {photos.map(({ id, preview, stop }) => (
        <View key={id} className='row'>
          <View className='photo'><Image className='photo-image' src={preview} mode='aspectFill' /></View>
          <View className='grow'>
            {stop ? <Tag tone='brick' icon='alert'>没送出</Tag> : <Tag tone='lamp' icon='upload'>待上传</Tag>}
            <View className='sub ink2'>{stop ? stopWords(stop) : '联网自动送出，文字不等它'}</View>
            {stop && <Button small look='plain' onTap={() => removePhoto(id)}>不送了</Button>}
          </View>
        </View>
      ))}
    </Card>
  )
}
