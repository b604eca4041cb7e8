import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ServiceContent } from '../../../../contract/serviceEditing'
import { accessible } from '../../../ui/accessible'
import { Segmented } from '../../../ui/Segmented'
import { ServiceSheet } from '../ServiceSheet'

const looks = [{ value: 'phone', word: '手机' }, { value: 'elder', word: '长辈版' }, { value: 'paper', word: 'A4 大字' }] as const
type Look = (typeof looks)[number]['value']
const classes: Record<Look, string> = { phone: 'zx sd-phone', elder: 'zx zx--elder sd-phone', paper: 'zx zx--elder sd-paper' }

/** What a resident will read, drawn by the sheet residents read. */
export function ServicePreview({ slug, content }: { slug: string; content: ServiceContent }) {
  const [look, setLook] = useState<Look>('phone')
  const item = { ...content, slug, title: content.title || '还没有名字', materials: content.materials.filter(Boolean), steps: content.steps.filter(Boolean), verifiedBy: null }
  return (
    <View className='stack' {...accessible({ role: 'region', label: '居民看到的样子' })}>
      <Segmented label='怎么看' options={looks} value={look} onChange={setLook} />
      <View className={classes[look]}><View className='stack'><ServiceSheet item={item} /></View></View>
    </View>
  )
}
