import { View } from '@tarojs/components'
import type { ServiceContent } from '../../../../contract/serviceEditing'
import { Card } from '../../../ui/Card'
import { fieldWords, valueWords } from './wording'

const read = ['title', 'summary', 'audience', 'materials', 'steps', 'place', 'hours', 'fee', 'timeLimit', 'source'] as const

/** In WeChat the sheet itself stays with those who read it: here only its words. */
export function ServicePreview({ content }: { slug: string; content: ServiceContent }) {
  return <Card pad>{read.map((field) => <View key={field}>{`${fieldWords[field]}：${valueWords(content[field])}`}</View>)}</Card>
}
